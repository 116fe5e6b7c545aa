#include "sandbox/sheet/number.h"

#include <QTest>

#include <cmath>

using namespace Sandbox;

class TestNumber final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberIsStoredAs_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("stored");
        const auto row = [](const char *written, const char *stored) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(stored);
        };
        row("0", "0");
        row("-0", "0");
        row("-0.00", "0");
        row("1.50", "1.5");
        row("1.00", "1");
        row("100", "100");
        row("1e2", "100");
        row("1000000", "1000000");
        row("0.1", "0.1");
        row("0.10", "0.1");
        row("0.01", "0.01");
        row("123456789012.345", "123456789012.345");
        row("999999999999999", "999999999999999");
        row("1e-7", "1e-07");
        row("1e21", "1e+21");
        row("1e-400", "0");
        row("0.1000000000000000055511151231257827", "0.1");
        row("12345678901234567890", "1.2345678901234567e+19");
    }
    void numberIsStoredAs()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, stored);
        QCOMPARE(QByteArray::fromStdString(asStored(written.toStdString()).value_or("nothing")), stored);
    }

    void fewerDigitsAreRoundedTo_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("stored");
        const auto row = [](const char *written, const char *stored) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(stored);
        };
        row("123456789012345", "123456789012345");
        row("1234567890123456", "1234567890123460");
        row("12345678901234567890", "1.23456789012346e+19");
        row("0.1234567890123456", "0.123456789012346");
        row("-99.99999999999999999", "-100");
        row("0.30000000000000004", "0.3");
    }
    void fewerDigitsAreRoundedTo()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, stored);
        QCOMPARE(QByteArray::fromStdString(asStored(written.toStdString(), 15).value_or("nothing")), stored);
    }

    void whatNoDoubleHoldsIsNothing() { QVERIFY(!asStored("1e400")); }

    void shortestTextGivesTheDoubleAgain()
    {
        for (const double value : {0.1, 1.0 / 3, 1e-300, 1.7976931348623157e308, 5e-324, 123456.789, 1e20, 1e21, 1e-6})
            QCOMPARE(toDouble(shortest(value)).value_or(std::nan("")), value);
    }
};

QTEST_GUILESS_MAIN(TestNumber)
#include "tst_number.moc"
