#include "sandbox/sheet/datetext.h"

#include <QTest>

using namespace Sandbox;

class TestDateText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dateIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("iso");
        QTest::addColumn<double>("serial");
        const auto row = [](const char *text, const char *iso, double serial) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(iso) << serial;
        };
        row("2026-01-31", "2026-01-31", 46053);
        row("2026/1/31", "2026-01-31", 46053);
        row("1/31/2026", "2026-01-31", 46053);
        row("1/31/26", "2026-01-31", 46053);
        row("1900-03-01", "1900-03-01", 61);
        row("2026-01-31T12:00:00", "2026-01-31T12:00:00", 46053.5);
        row("2026-01-31 06:00", "2026-01-31T06:00:00", 46053.25);
        row("2026-01-31T00:00:00", "2026-01-31T00:00:00", 46053);
    }
    void dateIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, iso);
        QFETCH(double, serial);
        const auto date = DateText::read(text.toStdString());
        QVERIFY(date);
        QCOMPARE(QByteArray::fromStdString(date->iso()), iso);
        QCOMPARE(date->serial(), serial);
    }

    void everythingElseIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"2026-02-30", "13/31/2026", "2026-01", "2026-01-31T", "2026-01-31T25:00", "10:00",
                                 "2026-01-31T10:00:00Z", "20260131", "2026-01-31-1", "-", "x"})
            QTest::newRow(text) << QByteArray(text);
    }
    void everythingElseIsNone()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!DateText::read(text.toStdString()));
    }

    void dayAndMonthAreOfThisYear()
    {
        const auto date = DateText::read("1-2");
        QVERIFY(date);
        QCOMPARE(date->day.month(), 1);
        QCOMPARE(date->day.day(), 2);
    }

    void timeIsAPartOfADay()
    {
        QCOMPARE(partOfDay("06:00").value_or(-1), 0.25);
        QCOMPARE(partOfDay("18:00:00").value_or(-1), 0.75);
        for (const char *text : {"24:00", "6", "6:0:0:0", "2026-01-31"})
            QVERIFY(!partOfDay(text));
    }
};

QTEST_GUILESS_MAIN(TestDateText)
#include "tst_datetext.moc"
