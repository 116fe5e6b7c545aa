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

    void typedNumberIsRead_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits"); // empty: none
        const QLocale english(QLocale::English);
        const QLocale german(QLocale::German);
        QTest::newRow("digits") << english << u" 1000.50 "_s << u"1000.5"_s;
        QTest::newRow("separators") << english << u"1,000,000"_s << u"1000000"_s;
        QTest::newRow("sign") << english << u"-0.05"_s << u"0.05"_s;
        QTest::newRow("thirty digits") << english << u"100000000000000000000000000000.1"_s
                                       << u"100000000000000000000000000000.1"_s;
        QTest::newRow("other separators") << german << u"1.000,50"_s << u"1000.5"_s;
        QTest::newRow("as it is sent, elsewhere") << german << u"1000.50"_s << u"1000.5"_s;
        QTest::newRow("word") << english << u"ten"_s << QString();
        QTest::newRow("nothing") << english << QString() << QString();
        QTest::newRow("too many places") << english << u"1e5000"_s << QString();
    }
    void typedNumberIsRead()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, typed);
        QLocale::setDefault(locale);
        QTEST(QString::fromStdString(Ui::magnitudeOf(typed).value_or(std::string())), "digits");
        QLocale::setDefault(QLocale(QLocale::English));
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
