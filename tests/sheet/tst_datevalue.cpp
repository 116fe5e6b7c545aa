#include "sheet/datevalue.h"

#include <QTest>

using namespace Sheet;

class TestDateValue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsOfTheExportAreDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("value");
        constexpr qint64 day = 46'053; // the serial number of 2026-01-31 in spreadsheets
        constexpr qint64 ms = 86'400'000;
        QTest::newRow("date") << QByteArray("2026-01-31") << day * ms;
        QTest::newRow("with a T") << QByteArray("2026-01-31T10:00:00") << day * ms + 36'000'000;
        QTest::newRow("with a blank") << QByteArray("2026-01-31 10:00:00") << day * ms + 36'000'000;
        QTest::newRow("without seconds") << QByteArray("2026-01-31T23:59") << (day + 1) * ms - 60'000;
        QTest::newRow("with milliseconds") << QByteArray("2026-01-31T00:00:00.125") << day * ms + 125;
        QTest::newRow("a leap day") << QByteArray("2024-02-29") << qint64(45'351) * ms;
    }
    void formsOfTheExportAreDates()
    {
        QFETCH(QByteArray, text);
        const auto value = dateValue({text.constData(), size_t(text.size())});
        QVERIFY(value);
        QTEST(*value, "value");
    }

    void otherTextsAreNone()
    {
        for (const char *text :
             {"", "2026", "2026-1-31", "2026-02-30", "31.01.2026", "2026-01-31Z", "2026-01-31T10:00:00Z",
              "2026-01-31T25:00:00", "2026-01-31T10", "2026-01-31T10:00:00.1234", " 2026-01-31"})
            QVERIFY2(!dateValue(text), text);
    }

    void sameDateInAnotherFormIsTheSame()
    {
        QVERIFY(sameDate("2026-01-31", "2026-01-31T00:00:00"));
        QVERIFY(sameDate("2026-01-31 10:00:00", "2026-01-31T10:00"));
        QVERIFY(!sameDate("2026-01-31", "2026-02-01"));
        QVERIFY(!sameDate("2026-01-31", "January 31"));
        QVERIFY(!sameDate("x", "x")); // texts, not dates
    }

    void serialNumbersCountDays()
    {
        QVERIFY(isSerialOf("46053", "2026-01-31"));
        QVERIFY(isSerialOf("46053.0", "2026-01-31T00:00:00"));
        QVERIFY(isSerialOf("46053.4166666667", "2026-01-31T10:00:00"));
        QVERIFY(!isSerialOf("46054", "2026-01-31"));
        QVERIFY(!isSerialOf("46053.5", "2026-01-31"));
        QVERIFY(!isSerialOf("", "2026-01-31"));
        QVERIFY(isSerialOf("61", "1900-03-01"));
        QVERIFY(!isSerialOf("60", "1900-02-28")); // some say 59, some 60
    }
};

QTEST_GUILESS_MAIN(TestDateValue)
#include "tst_datevalue.moc"
