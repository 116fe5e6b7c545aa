#include "sheet/lookalikes.h"

#include "sheet/textlint.h"

#include <QTest>

using Sheet::LookAlike;

class TestLookAlikes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsOfOneKindOrNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<LookAlike>>("kind");
        const auto rows = [](std::optional<LookAlike> kind, std::initializer_list<const char *> texts) {
            for (const char *text : texts)
                QTest::newRow(text) << QByteArray(text) << kind;
        };
        rows(LookAlike::LeadingZeros, {"00123", "007", "00", "000000000000000000001"});
        rows(LookAlike::ManyDigits, {"1234567890123456", "12345678901234567890"});
        rows(LookAlike::Date, {"1-2",    "3/4",        "12/31",    "31-12", "13-1",        "2026-06",          "6/2026",
                               "1-2-3",  "31/12/2026", "2026-1-5", "MAR1",  "SEPT2",       "Sep-26",           "dec1",
                               "MARCH1", "1-Sept",     "1MAR",     "5 May", "12-Jan-2026", "30-September-2026"});
        rows(LookAlike::Exponent, {"1E10", "12E5", "1e-5", "1.5E3", "00E5"});
        rows(LookAlike::TrailingMinus, {"123-", "1-", "1,234.50-"});
        rows(LookAlike::Parentheses, {"(123)", "(1,234.50)"});
        rows(LookAlike::Sign, {"=1+1", "=SUM(A1:B2)", "+49 30 123", "-5", "-Total", "@name", "--5"});
        rows({},
             {"0",
              "5",
              "123456789012345",
              "0.5",
              "1.10",
              "1,234",
              "5%",
              "Cash",
              "A00123",
              "2026-01-31",
              "2026-01-31 10:00",
              "2026-01-31T10:00:00",
              "13-32",
              "4000-10-20-30",
              "1000-12",
              "12-345",
              "2025-2026",
              "-",
              "--",
              "=",
              "---",
              "(a)",
              "()",
              "(12",
              "12E",
              "E5",
              "1x",
              "MAR",
              "Mars 5",
              "Decision 5",
              "MARCHES1",
              "JA1",
              "1.2.2026",
              " 00123",
              "00123 ",
              "Mar 1 2026 5"});
    }
    void textIsOfOneKindOrNone()
    {
        QFETCH(QByteArray, text);
        const auto found = Sheet::lookAlike(text.toStdString());
        QTEST(found, "kind");
        if (found) // what the engine protects as text once a sheet has converted one
            QVERIFY(Sheet::mayBeReinterpreted(text.toStdString()));
    }

    void columnCountsEachKindWithItsFirstPlace()
    {
        Sheet::ColumnLooks column;
        int row = 2;
        for (const char *text : {"Cash", "00123", "1-2", "", "007", "4000"})
            column.add({row++, 1}, text);
        const auto &zeros = column.seen.at(size_t(LookAlike::LeadingZeros));
        QCOMPARE(zeros.count, 2);
        QCOMPARE(zeros.first.row, 3);
        QCOMPARE(column.seen.at(size_t(LookAlike::Date)).first.row, 4);
        QCOMPARE(column.lookAlikes(), 3);
        QCOMPARE(column.texts, 5); // without the blank one
        QCOMPARE(column.numbers, 3); // 00123, 007 and 4000
        QVERIFY(column.isMixed());
    }

    void columnOfNumbersOnlyIsNotMixed()
    {
        Sheet::ColumnLooks column;
        for (const char *text : {"00123", "1E10", "(5)", "5-", "-5", "4000", "4.5"})
            column.add({}, text);
        QCOMPARE(column.numbers, column.texts);
        QVERIFY(!column.isMixed());
        column.add({}, "-Total");
        QVERIFY(column.isMixed());
    }
};

QTEST_GUILESS_MAIN(TestLookAlikes)
#include "tst_lookalikes.moc"
