#include "sheet/references.h"

#include "sheet/region.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

// "B4", "Sheet2!A1:B2": as the test writes what it expects. Whole columns and rows are regions without an end.
QStringList found(const QString &formula)
{
    QStringList all;
    for (const Reference &reference : references(formula.toStdString())) {
        const Rectangle &range = reference.range;
        const auto end = [](int last, int limit) {
            return last == limit - 1 ? std::optional<int>() : std::optional(last);
        };
        const Region region(range.topLeft(), end(range.lastRow(), maxRows), end(range.lastColumn(), maxColumns));
        all.append(reference.sheet.isEmpty() ? region.toString() : reference.sheet + u'!' + region.toString());
    }
    return all;
}

} // namespace

class TestReferences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positionsAreFound_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("cell") << u"=B4*2"_s << QStringList{u"B4"_s};
        QTest::newRow("without equals sign") << u"B4"_s << QStringList{u"B4"_s};
        QTest::newRow("several") << u"=B4-C4"_s << QStringList{u"B4"_s, u"C4"_s};
        QTest::newRow("twice") << u"=B4+B4"_s << QStringList{u"B4"_s, u"B4"_s};
        QTest::newRow("range") << u"=SUM($B$4:B9)"_s << QStringList{u"B4:B9"_s};
        QTest::newRow("corners in any order") << u"=SUM(C9:B4)"_s << QStringList{u"B4:C9"_s};
        QTest::newRow("marks") << u"=$B4+B$4+$B$5"_s << QStringList{u"B4"_s, u"B4"_s, u"B5"_s};
        QTest::newRow("lower case") << u"=sum(b4:b9)"_s << QStringList{u"B4:B9"_s};
        QTest::newRow("spaces") << u"= SUM( B4 : B9 , C1 )"_s << QStringList{u"B4:B9"_s, u"C1"_s};
        QTest::newRow("columns") << u"=SUM(A:A)+SUM($B:D)"_s << QStringList{u"A:A"_s, u"B:D"_s};
        QTest::newRow("rows") << u"=SUM(2:3)/SUM($4:$4)"_s << QStringList{u"2:3"_s, u"4:4"_s};
        QTest::newRow("column without end") << u"=SUM(B3:B)"_s << QStringList{u"B3:B"_s};
        QTest::newRow("quoted sheet") << u"='Other sheet'!C3"_s << QStringList{u"Other sheet!C3"_s};
        QTest::newRow("quote in a sheet's name") << u"='It''s'!C3+'B4'!C4"_s << QStringList{u"It's!C3"_s, u"B4!C4"_s};
        QTest::newRow("plain sheet") << u"=SUM(Sheet2!A:A)*B1"_s << QStringList{u"Sheet2!A:A"_s, u"B1"_s};
        QTest::newRow("sheet named like a cell") << u"=Q1!C3"_s << QStringList{u"Q1!C3"_s};
        QTest::newRow("sheet in other letters") << u"=Bücher!C3"_s << QStringList{u"Bücher!C3"_s};
        QTest::newRow("sheet named twice") << u"=SUM(Q1!C3:Q1!C5)"_s << QStringList{u"Q1!C3:C5"_s};
        QTest::newRow("several sheets") << u"=SUM(Q1:Q3!B4:B5)"_s << QStringList{u"Q1:Q3!B4:B5"_s};
        QTest::newRow("other file") << u"=[Book A1.xlsx]Sheet1!C3"_s << QStringList{u"[Book A1.xlsx]Sheet1!C3"_s};
        QTest::newRow("deleted sheet") << u"=#REF!+B2"_s << QStringList{u"B2"_s};
        QTest::newRow("to what a function finds") << u"=SUM(B4:INDEX(C:C,3))"_s << QStringList{u"B4"_s, u"C:C"_s};
        QTest::newRow("to a function named like a cell") << u"=SUM(B4:LOG10(5))"_s << QStringList{u"B4"_s};
        QTest::newRow("to nothing") << u"=B4:'x'"_s << QStringList{u"B4"_s};
        QTest::newRow("last cell") << u"=XFD1048576"_s << QStringList{u"XFD1048576:"_s};
        QTest::newRow("joined") << u"=B4&C4&\"x\""_s << QStringList{u"B4"_s, u"C4"_s};
        QTest::newRow("spilled and implicit") << u"=B4#+@C4%"_s << QStringList{u"B4"_s, u"C4"_s};
        QTest::newRow("list") << u"=CHOOSE(1;B4;{1,2};\"C4\")"_s << QStringList{u"B4"_s};
    }
    void positionsAreFound()
    {
        QFETCH(QString, formula);
        QFETCH(QStringList, expected);
        QCOMPARE(found(formula), expected);
    }

    void otherNamesAreNone_data()
    {
        QTest::addColumn<QString>("formula");
        for (const char *formula :
             {"",          "=",          "=1+2",        "=\"B4\"",      "=\"say \"\"B4\"\" twice\"",
              "=LOG10(5)", "=LOG10 (5)", "=ATAN2(1,2)", "=Rate",        "=Tax.B4",
              "=B4_old",   "=_B4",       "=1E10+2.5E3", "=R1C1",        "=XFE1",
              "=A1048577", "=A0",        "=ABCD1",      "=Table1[B4]",  "='B4'",
              "=\"B4",     "='B4",       "=[B4",        "=Umsätze2026", "=#DIV/0!",
              "=#N/A",     "=TRUE",      "=5:"})
            QTest::newRow(formula) << QString::fromUtf8(formula);
    }
    void otherNamesAreNone()
    {
        QFETCH(QString, formula);
        QCOMPARE(found(formula), QStringList());
    }

    // Whatever stands between them.
    void everyReferenceOfAFormulaIsFound()
    {
        QRandomGenerator random(12);
        static const std::array between{u"+"_s,      u" * "_s, u",SUM("_s, u")-"_s,     u"&\"A1:B2\"&"_s,
                                        u"/1E10/"_s, u">="_s,  u";"_s,     u"+Rate+"_s, u"-LOG10("_s};
        static const std::array sheets{QString(), QString(), u"Sheet2!"_s, u"'Other sheet'!"_s, u"'It''s B4'!"_s};
        static const std::array names{QString(), QString(), u"Sheet2!"_s, u"Other sheet!"_s, u"It's B4!"_s};
        for (int round = 0; round < 2'000; ++round) {
            QString formula = u"="_s;
            QStringList expected;
            for (int count = 1 + random.bounded(4); count > 0; --count) {
                const auto cell = [&] { // not at the end of a sheet, where its range would have no end
                    return Rectangle{random.bounded(maxRows - 1), random.bounded(maxColumns - 1), 1, 1};
                };
                const Rectangle range = cell();
                const Rectangle far = cell();
                const bool isCell = random.bounded(2) == 0;
                const auto sheet = size_t(random.bounded(int(sheets.size())));
                formula += sheets[sheet] + toA1(range) + (isCell ? QString() : u':' + toA1(far));
                formula += between[size_t(random.bounded(int(between.size())))];
                const Region region(isCell ? range : range.united(far));
                expected.append(names[sheet] + region.toString());
            }
            QCOMPARE(found(formula + u'1'), expected);
        }
    }

    // The end of a text is the end of all it may contain.
    void anyTextIsRead()
    {
        QRandomGenerator random(4);
        const QString letters = u"AB19$:!'\"[]( +.é#"_s;
        for (int round = 0; round < 20'000; ++round) {
            QString formula;
            for (int length = random.bounded(12); length > 0; --length)
                formula += letters[random.bounded(int(letters.size()))];
            for (const Reference &reference : references(formula.toStdString())) {
                QVERIFY2(!reference.range.isEmpty(), qPrintable(formula));
                QVERIFY2((Rectangle{0, 0, maxRows, maxColumns}).contains(reference.range), qPrintable(formula));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
