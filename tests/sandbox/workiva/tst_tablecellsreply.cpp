#include "sandbox/workiva/tablecellsreply.h"

#include "sandbox/sheet/worksheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Cell;
using Sheet::Rectangle;

class TestTableCellsReply final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageTellsRangeRevisionAndTheNext()
    {
        Worksheet sheet;
        sheet.revision = 12;
        const QJsonObject page = read(sheet, {2, 1, 3, 2}, "/next?a=\"1\"");
        QCOMPARE(page["revision"_L1].toString(), u"12"_s);
        QCOMPARE(page["range"_L1].toObject(), cellRange({2, 1, 3, 2}));
        QCOMPARE(page["@nextLink"_L1].toString(), u"/next?a=\"1\""_s);
        QCOMPARE(page["data"_L1].toArray().size(), 3);
        QCOMPARE(page["data"_L1][2]["cells"_L1].toArray().size(), 2);
    }

    void pageOfNoCellsHasNoRange()
    {
        const QJsonObject page = read({}, {});
        QVERIFY(page.contains("revision"_L1));
        QVERIFY(page["data"_L1].toArray().isEmpty());
        QVERIFY(!page.contains("range"_L1));
        QVERIFY(!page.contains("@nextLink"_L1));
    }

    void openSideIsNull()
    {
        const QJsonObject range = cellRange({1, 2, Sheet::maxRows - 1, 1});
        QCOMPARE(range["startRow"_L1].toInt(), 1);
        QVERIFY(range["stopRow"_L1].isNull());
        QCOMPARE(range["stopColumn"_L1].toInt(), 2);
    }

    void valuesAreToldRawAndAsShown()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Cell::ofNumber("1.50"));
        sheet.cells.set(0, 1, {Sheet::CellKind::Formula, "=A1*2"});
        sheet.cells.set(0, 2, Cell::ofText("a \"b\"\n日本"));
        const QJsonValue number = cell(sheet, 0, 0);
        QCOMPARE(typeOf(number), u"plainText"_s);
        QCOMPARE(number["rawValue"_L1].toString(), u"1.50"_s);
        const QJsonValue formula = cell(sheet, 0, 1);
        QCOMPARE(typeOf(formula), u"formula"_s);
        QCOMPARE(formula["rawValue"_L1].toString(), u"=A1*2"_s);
        QCOMPARE(formula["value"_L1]["formula"_L1]["calculatedValue"_L1].toString(), u"3"_s);
        const QJsonValue text = cell(sheet, 0, 2);
        QCOMPARE(text["value"_L1]["plainText"_L1]["effectiveValue"_L1].toString(), u"a \"b\"\n日本"_s);
        const QJsonValue blank = cell(sheet, 7, 7);
        QCOMPARE(typeOf(blank), u"plainText"_s);
        QCOMPARE(blank["rawValue"_L1].toString(), QString());
    }

    void lockedAndInputCellsAreTold()
    {
        Worksheet sheet;
        QCOMPARE(cell(sheet, 0, 0)["locked"_L1], QJsonValue(false));
        sheet.dataset = Rectangle{0, 0, 1, 1};
        QCOMPARE(cell(sheet, 0, 0)["locked"_L1], QJsonValue(true));
        QCOMPARE(cell(sheet, 1, 0)["locked"_L1], QJsonValue(false));
        sheet.lock = u"inputMode"_s;
        sheet.inputCells = {{2, 0, 1, 1}};
        QCOMPARE(cell(sheet, 1, 0)["locked"_L1], QJsonValue(true));
        QCOMPARE(cell(sheet, 1, 0)["inputCell"_L1], QJsonValue(false));
        QCOMPARE(cell(sheet, 2, 0)["locked"_L1], QJsonValue(false));
        QCOMPARE(cell(sheet, 2, 0)["inputCell"_L1], QJsonValue(true));
    }

    void mergesArePointedAtFromBothSides()
    {
        Worksheet sheet;
        sheet.merges = {{1, 1, 2, 3}};
        QVERIFY(cell(sheet, 0, 0)["merges"_L1].isNull());
        const QJsonValue parent = cell(sheet, 1, 1)["merges"_L1];
        QCOMPARE(parent["type"_L1].toString(), u"parentOf"_s);
        QCOMPARE(parent["parentOf"_L1].toObject(), cellRange({1, 1, 2, 3}));
        const QJsonValue child = cell(sheet, 2, 3)["merges"_L1];
        QCOMPARE(child["type"_L1].toString(), u"childOf"_s);
        QCOMPARE(child["childOf"_L1]["row"_L1].toInt(), 1);
        QCOMPARE(child["childOf"_L1]["column"_L1].toInt(), 1);
    }

    void destinationsAreLinksAndSourcesAreNot()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Cell::ofNumber("5"));
        sheet.links = {{u"s"_s, {0, 1, 1, 1}, {}}, {u"d"_s, {0, 0, 1, 1}, u"x"_s}};
        const QJsonValue link = cell(sheet, 0, 0);
        QCOMPARE(typeOf(link), u"destinationLink"_s);
        QCOMPARE(link["rawValue"_L1].toString(), u"5"_s);
        const QJsonValue value = link["value"_L1]["destinationLink"_L1];
        QCOMPARE(value["destinationLink"_L1]["destinationLink"_L1].toString(), u"d"_s);
        const QJsonValue span = value["paragraphs"_L1][0]["elements"_L1][0]["textSpan"_L1];
        QCOMPARE(span["text"_L1].toString(), u"5"_s);
        QCOMPARE(typeOf(cell(sheet, 0, 1)), u"plainText"_s);
        sheet.linkedCells = {{0, 1, 1, 1}};
        QCOMPARE(typeOf(cell(sheet, 0, 1)), u"destinationLink"_s);
    }

    void richTextHasAParagraphForEachLine()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Cell::ofText("one\n\ntwo 😀"));
        sheet.cells.setRich(0, 0);
        const QJsonValue rich = cell(sheet, 0, 0);
        QCOMPARE(typeOf(rich), u"richText"_s);
        const QJsonArray paragraphs = rich["value"_L1]["richText"_L1]["paragraphs"_L1].toArray();
        QCOMPARE(paragraphs.size(), 3);
        QVERIFY(paragraphs[1]["elements"_L1].toArray().isEmpty());
        const QJsonValue span = paragraphs[2]["elements"_L1][0]["textSpan"_L1];
        QCOMPARE(span["text"_L1].toString(), u"two 😀"_s);
        QCOMPARE(span["length"_L1].toInt(), 6);
    }

private:
    [[nodiscard]] static QJsonObject read(const Worksheet &sheet, const Rectangle &page, const QByteArray &next = {})
    {
        return QJsonDocument::fromJson(tableCellsReply(sheet, page, next)).object();
    }

    [[nodiscard]] static QJsonValue cell(const Worksheet &sheet, int row, int column)
    {
        return read(sheet, {row, column, 1, 1})["data"_L1][0]["cells"_L1][0];
    }

    [[nodiscard]] static QString typeOf(const QJsonValue &cell) { return cell["value"_L1]["type"_L1].toString(); }
};

QTEST_GUILESS_MAIN(TestTableCellsReply)
#include "tst_tablecellsreply.moc"
