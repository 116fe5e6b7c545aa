#include "ui/review/numberstyle.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::NumberStyle;

class TestNumberStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void valueKeepsItsDigits_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<NumberStyle>("style");
        QTest::addColumn<QString>("shown");
        const NumberStyle separators{.separators = true};
        const NumberStyle both{.separators = true, .parentheses = true};
        QTest::newRow("plain") << u"-1234567.50"_s << NumberStyle() << u"-1234567.50"_s;
        QTest::newRow("separators") << u"-1234567.50"_s << separators << u"-1,234,567.50"_s;
        QTest::newRow("both") << u"-1234567.50"_s << both << u"(1,234,567.50)"_s;
        QTest::newRow("positive") << u"1234567"_s << both << u"1,234,567"_s;
        QTest::newRow("three digits") << u"123.4567"_s << both << u"123.4567"_s;
        QTest::newRow("more than a double has")
            << u"12345678901234567890.123"_s << separators << u"12,345,678,901,234,567,890.123"_s;
        QTest::newRow("trailing zeros") << u"0.100"_s << both << u"0.100"_s;
        QTest::newRow("exponent") << u"1e10"_s << both << u"1e10"_s;
        QTest::newRow("text") << u"12-34"_s << both << u"12-34"_s;
    }
    void valueKeepsItsDigits()
    {
        QFETCH(QString, digits);
        QFETCH(NumberStyle, style);
        QFETCH(QString, shown);
        QCOMPARE(style.applied(digits), shown);
    }

    void separatorsAreTheReaders()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE((NumberStyle{.separators = true}.applied(u"1234.50"_s)), u"1.234,50"_s);
        QLocale::setDefault(QLocale(QLocale::English));
    }
};

QTEST_MAIN(TestNumberStyle)
#include "tst_numberstyle.moc"
