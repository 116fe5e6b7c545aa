#include "support/testgrid.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

class TestCell final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blankIsNothingOrNoText_data()
    {
        QTest::addColumn<Cell>("cell");
        QTest::addColumn<bool>("isBlank");
        QTest::newRow("empty") << Cell() << true;
        QTest::newRow("no text") << text("") << true;
        QTest::newRow("space") << text(" ") << false;
        QTest::newRow("number") << number("0") << false;
        QTest::newRow("false") << Cell::ofBoolean(false) << false;
        QTest::newRow("keep") << keep << false;
    }
    void blankIsNothingOrNoText()
    {
        QFETCH(const Cell, cell);
        QTEST(cell.isBlank(), "isBlank");
    }

    void valuesAreComparedAndNotTheirForms_data()
    {
        QTest::addColumn<Cell>("a");
        QTest::addColumn<Cell>("b");
        QTest::addColumn<bool>("same");
        const Cell formula{CellKind::Formula, "=A1"};
        QTest::newRow("blank is blank") << blank << text("") << true;
        QTest::newRow("blank is no space") << blank << text(" ") << false;
        QTest::newRow("blank is no zero") << blank << number("0") << false;
        QTest::newRow("blank is no false") << blank << Cell::ofBoolean(false) << false;
        QTest::newRow("equal text") << text("Cash") << text("Cash") << true;
        QTest::newRow("case counts") << text("Cash") << text("cash") << false;
        QTest::newRow("space counts") << text("Cash") << text("Cash ") << false;
        QTest::newRow("no normalization") << text("\u00e9") << text("e\u0301") << false;
        QTest::newRow("equal number") << number("1.5") << number("1.5") << true;
        QTest::newRow("number by value") << number("1.50") << number("15e-1") << true;
        QTest::newRow("number never by double") << number("0.1") << number("0.10000000000000001") << false;
        QTest::newRow("text is no number") << text("1") << number("1") << false;
        QTest::newRow("text by its characters") << text("1.0") << text("1") << false;
        QTest::newRow("boolean") << Cell::ofBoolean(true) << Cell::ofBoolean(true) << true;
        QTest::newRow("boolean by value") << Cell::ofBoolean(true) << Cell::ofBoolean(false) << false;
        QTest::newRow("boolean is no text") << Cell::ofBoolean(true) << text("true") << false;
        QTest::newRow("equal formula") << formula << formula << true;
        QTest::newRow("another formula") << formula << Cell{CellKind::Formula, "=A2"} << false;
        QTest::newRow("formula is no text") << formula << text("=A1") << false;
        QTest::newRow("keep is nothing") << keep << blank << false;
        QTest::newRow("keep is not even keep") << keep << keep << false;
        const Cell unreadable{CellKind::Unreadable, "caf\u00e9\ufffd"};
        QTest::newRow("unreadable is no text") << unreadable << text("caf\u00e9\ufffd") << false;
        QTest::newRow("unreadable is not even itself") << unreadable << unreadable << false;
        QTest::newRow("unreadable is not blank") << Cell{CellKind::Unreadable, {}} << blank << false;
    }
    void valuesAreComparedAndNotTheirForms()
    {
        QFETCH(const Cell, a);
        QFETCH(const Cell, b);
        QTEST(sameValue(a, b), "same");
        QTEST(sameValue(b, a), "same");
        if (!isSameCell(a, b)) // those that equal nothing have a hash too
            QTEST(valueHash(a) == valueHash(b), "same");
    }

    void charactersAreUtf16CodeUnits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString();
        QTest::newRow("ascii") << u"Cash"_s;
        QTest::newRow("two bytes") << u"\u00fcber"_s;
        QTest::newRow("three bytes") << u"5 \u20ac, \u6771\u4eac"_s;
        QTest::newRow("four bytes") << u"\U0001f600 and \U00020000"_s;
        QTest::newRow("combining") << u"e\u0301"_s;
        QTest::newRow("at the limits of lengths") << u"\u007f\u0080\u07ff\u0800\uffff\U00010000\U0010ffff"_s;
        QTest::newRow("long") << QString(8'192, QChar(0x20ac));
    }
    void charactersAreUtf16CodeUnits()
    {
        QFETCH(const QString, text);
        QCOMPARE(characters(text.toStdString()), qint64(text.size()));
    }
};

QTEST_GUILESS_MAIN(TestCell)
#include "tst_cell.moc"
