#include "sandbox/tablecells.h"

#include "sandbox/worksheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sandbox;
using Sheet::Cell;
using Sheet::Rectangle;

class TestTableCells final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static QJsonObject read(const Worksheet &sheet, const Rectangle &page, const QByteArray &next = {})
    {
        return QJsonDocument::fromJson(tableCells(sheet, page, next)).object();
    }

    [[nodiscard]] static QJsonValue cell(const Worksheet &sheet, int row, int column)
    {
        return read(sheet, {row, column, 1, 1})[QLatin1String("data")][0][QLatin1String("cells")][0];
    }

    [[nodiscard]] static QString typeOf(const QJsonValue &cell)
    {
        return cell[QLatin1String("value")][QLatin1String("type")].toString();
    }

private Q_SLOTS:
    void pageTellsRangeRevisionAndTheNext()
    {
        Worksheet sheet;
        sheet.revision = 12;
        const QJsonObject page = read(sheet, {2, 1, 3, 2}, "/next?a=\"1\"");
        QCOMPARE(page[QLatin1String("revision")].toString(), QStringLiteral("12"));
        QCOMPARE(page[QLatin1String("range")].toObject(), cellRange({2, 1, 3, 2}));
        QCOMPARE(page[QLatin1String("@nextLink")].toString(), QStringLiteral("/next?a=\"1\""));
        QCOMPARE(page[QLatin1String("data")].toArray().size(), 3);
        QCOMPARE(page[QLatin1String("data")][2][QLatin1String("cells")].toArray().size(), 2);
    }

    void pageOfNoCellsHasNoRange()
    {
        const QJsonObject page = read({}, {});
        QVERIFY(page.contains(QLatin1String("revision")));
        QVERIFY(page[QLatin1String("data")].toArray().isEmpty());
        QVERIFY(!page.contains(QLatin1String("range")));
        QVERIFY(!page.contains(QLatin1String("@nextLink")));
    }

    void openSideIsNull()
    {
        const QJsonObject range = cellRange({1, 2, Sheet::maxRows - 1, 1});
        QCOMPARE(range[QLatin1String("startRow")].toInt(), 1);
        QVERIFY(range[QLatin1String("stopRow")].isNull());
        QCOMPARE(range[QLatin1String("stopColumn")].toInt(), 2);
    }

    void valuesAreToldRawAndAsShown()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Cell::ofNumber("1.50"));
        sheet.cells.set(0, 1, {Sheet::CellKind::Formula, "=A1*2"});
        sheet.cells.set(0, 2, Cell::ofText("a \"b\"\n日本"));
        const QJsonValue number = cell(sheet, 0, 0);
        QCOMPARE(typeOf(number), QStringLiteral("plainText"));
        QCOMPARE(number[QLatin1String("rawValue")].toString(), QStringLiteral("1.50"));
        const QJsonValue formula = cell(sheet, 0, 1);
        QCOMPARE(typeOf(formula), QStringLiteral("formula"));
        QCOMPARE(formula[QLatin1String("rawValue")].toString(), QStringLiteral("=A1*2"));
        QCOMPARE(formula[QLatin1String("value")][QLatin1String("formula")][QLatin1String("calculatedValue")].toString(),
                 QStringLiteral("3"));
        const QJsonValue text = cell(sheet, 0, 2);
        QCOMPARE(text[QLatin1String("value")][QLatin1String("plainText")][QLatin1String("effectiveValue")].toString(),
                 QStringLiteral("a \"b\"\n日本"));
        const QJsonValue blank = cell(sheet, 7, 7);
        QCOMPARE(typeOf(blank), QStringLiteral("plainText"));
        QCOMPARE(blank[QLatin1String("rawValue")].toString(), QString());
    }

    void lockedAndInputCellsAreTold()
    {
        Worksheet sheet;
        QCOMPARE(cell(sheet, 0, 0)[QLatin1String("locked")], QJsonValue(false));
        sheet.dataset = Rectangle{0, 0, 1, 1};
        QCOMPARE(cell(sheet, 0, 0)[QLatin1String("locked")], QJsonValue(true));
        QCOMPARE(cell(sheet, 1, 0)[QLatin1String("locked")], QJsonValue(false));
        sheet.lock = QStringLiteral("inputMode");
        sheet.inputCells = {{2, 0, 1, 1}};
        QCOMPARE(cell(sheet, 1, 0)[QLatin1String("locked")], QJsonValue(true));
        QCOMPARE(cell(sheet, 1, 0)[QLatin1String("inputCell")], QJsonValue(false));
        QCOMPARE(cell(sheet, 2, 0)[QLatin1String("locked")], QJsonValue(false));
        QCOMPARE(cell(sheet, 2, 0)[QLatin1String("inputCell")], QJsonValue(true));
    }

    void mergesArePointedAtFromBothSides()
    {
        Worksheet sheet;
        sheet.merges = {{1, 1, 2, 3}};
        QVERIFY(cell(sheet, 0, 0)[QLatin1String("merges")].isNull());
        const QJsonValue parent = cell(sheet, 1, 1)[QLatin1String("merges")];
        QCOMPARE(parent[QLatin1String("type")].toString(), QStringLiteral("parentOf"));
        QCOMPARE(parent[QLatin1String("parentOf")].toObject(), cellRange({1, 1, 2, 3}));
        const QJsonValue child = cell(sheet, 2, 3)[QLatin1String("merges")];
        QCOMPARE(child[QLatin1String("type")].toString(), QStringLiteral("childOf"));
        QCOMPARE(child[QLatin1String("childOf")][QLatin1String("row")].toInt(), 1);
        QCOMPARE(child[QLatin1String("childOf")][QLatin1String("column")].toInt(), 1);
    }

    void destinationsAreLinksAndSourcesAreNot()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Cell::ofNumber("5"));
        sheet.links = {{QStringLiteral("s"), {0, 1, 1, 1}, {}},
                       {QStringLiteral("d"), {0, 0, 1, 1}, QStringLiteral("x")}};
        const QJsonValue link = cell(sheet, 0, 0);
        QCOMPARE(typeOf(link), QStringLiteral("destinationLink"));
        QCOMPARE(link[QLatin1String("rawValue")].toString(), QStringLiteral("5"));
        const QJsonValue value = link[QLatin1String("value")][QLatin1String("destinationLink")];
        QCOMPARE(value[QLatin1String("destinationLink")][QLatin1String("destinationLink")].toString(),
                 QStringLiteral("d"));
        const QJsonValue span =
            value[QLatin1String("paragraphs")][0][QLatin1String("elements")][0][QLatin1String("textSpan")];
        QCOMPARE(span[QLatin1String("text")].toString(), QStringLiteral("5"));
        QCOMPARE(typeOf(cell(sheet, 0, 1)), QStringLiteral("plainText"));
        sheet.linkedCells = {{0, 1, 1, 1}};
        QCOMPARE(typeOf(cell(sheet, 0, 1)), QStringLiteral("destinationLink"));
    }

    void richTextHasAParagraphForEachLine()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Cell::ofText("one\n\ntwo 😀"));
        sheet.cells.setRich(0, 0);
        const QJsonValue rich = cell(sheet, 0, 0);
        QCOMPARE(typeOf(rich), QStringLiteral("richText"));
        const QJsonArray paragraphs =
            rich[QLatin1String("value")][QLatin1String("richText")][QLatin1String("paragraphs")].toArray();
        QCOMPARE(paragraphs.size(), 3);
        QVERIFY(paragraphs[1][QLatin1String("elements")].toArray().isEmpty());
        const QJsonValue span = paragraphs[2][QLatin1String("elements")][0][QLatin1String("textSpan")];
        QCOMPARE(span[QLatin1String("text")].toString(), QStringLiteral("two 😀"));
        QCOMPARE(span[QLatin1String("length")].toInt(), 6);
    }
};

QTEST_GUILESS_MAIN(TestTableCells)
#include "tst_tablecells.moc"
