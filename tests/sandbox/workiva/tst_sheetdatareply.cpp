#include "sandbox/workiva/sheetdatareply.h"

#include "sandbox/sheet/worksheet.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestSheetDataReply final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellTellsValueAndFormats()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, {Sheet::CellKind::Formula, "=1+1"});
        sheet.formats.apply(sheet.cells, {0, 0, 1, 1}, {{u"textFormat"_s, QJsonObject{{u"bold"_s, true}}}});
        const QJsonObject data = sheetDataReply(sheet, {0, 0, 1, 2}, {});
        const QJsonArray row = data["cells"_L1].toArray().first().toArray();
        QCOMPARE(row.size(), 2);
        const QJsonObject cell = row[0].toObject();
        QCOMPARE(cell["value"_L1].toString(), u"=1+1"_s);
        QCOMPARE(cell["calculatedValue"_L1].toDouble(), 2.0);
        QCOMPARE(cell["formats"_L1]["textFormat"_L1]["bold"_L1].toBool(), true);
        QCOMPARE(cell["effectiveFormats"_L1]["valueFormat"_L1]["valueFormatType"_L1].toString(), u"AUTOMATIC"_s);
        QCOMPARE(row[1]["value"_L1].toString(), QString());
        QCOMPARE(data["range"_L1]["stopColumn"_L1].toInt(), 1);
    }

    void dateHasTheFormatOfOne()
    {
        Worksheet sheet;
        for (int column = 0; column < 2; ++column)
            sheet.cells.set(0, column, Sheet::Cell::ofText("2026-01-31"), true);
        sheet.cells.set(0, 2, Sheet::Cell::ofText("2026-01-31"));
        sheet.formats.apply(sheet.cells, {0, 1, 1, 1},
                            {{u"valueFormat"_s, QJsonObject{{u"valueFormatType"_s, u"TEXT"_s}}}});
        const QJsonArray cells = sheetDataReply(sheet, {0, 0, 1, 3}, {})["cells"_L1][0].toArray();
        const QStringList types{u"AUTOMATIC DATE"_s, u"TEXT"_s, u"AUTOMATIC"_s};
        for (int column = 0; column < 3; ++column)
            QCOMPARE(cells[column]["effectiveFormats"_L1]["valueFormat"_L1]["valueFormatType"_L1].toString(),
                     types[column]);
        QCOMPARE(cells[0]["formats"_L1]["valueFormat"_L1]["valueFormatType"_L1].toString(), u"AUTOMATIC DATE"_s);
    }

    void linesAndMergesOfThePageAreTold()
    {
        Worksheet sheet;
        sheet.rowLines[1].hidden = true;
        sheet.columnLines[0].size = 90;
        sheet.merges = {{0, 0, 1, 2}, {50, 0, 1, 2}};
        const QJsonObject data = sheetDataReply(sheet, {0, 0, 3, 2}, {});
        QCOMPARE(data["rowMetadata"_L1].toArray().size(), 3);
        QVERIFY(data["rowMetadata"_L1][1]["hidden"_L1].toBool());
        QCOMPARE(data["columnMetadata"_L1][0]["size"_L1].toInt(), 90);
        QCOMPARE(data["merges"_L1].toArray().size(), 1);
    }

    void fieldsChooseMembers()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Sheet::Cell::ofText("x"));
        const QJsonObject merges = sheetDataReply(sheet, {0, 0, 1, 1}, {u"merges"_s});
        QCOMPARE(merges.keys(), QStringList{u"merges"_s});
        const QJsonObject values = sheetDataReply(sheet, {0, 0, 1, 1}, {u"value"_s});
        QCOMPARE(values.keys(), QStringList{u"cells"_s});
        QCOMPARE(values["cells"_L1][0][0].toObject().keys(), QStringList{u"value"_s});
    }

    void emptyPageHasNoCells()
    {
        const QJsonObject data = sheetDataReply(Worksheet(), {}, {});
        QCOMPARE(data["cells"_L1].toArray().size(), 0);
        QVERIFY(data["range"_L1].isNull());
    }
};

QTEST_GUILESS_MAIN(TestSheetDataReply)
#include "tst_sheetdatareply.moc"
