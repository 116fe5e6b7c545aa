#include "sandbox/sheetdata.h"

#include "sandbox/worksheet.h"

#include <QJsonArray>
#include <QTest>

using namespace Sandbox;

class TestSheetData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellTellsValueAndFormats()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, {Sheet::CellKind::Formula, "=1+1"});
        sheet.formats.apply(sheet.cells, {0, 0, 1, 1},
                            {{QStringLiteral("textFormat"), QJsonObject{{QStringLiteral("bold"), true}}}});
        const QJsonObject data = sheetData(sheet, {0, 0, 1, 2}, {});
        const QJsonArray row = data[QLatin1String("cells")].toArray().first().toArray();
        QCOMPARE(row.size(), 2);
        const QJsonObject cell = row[0].toObject();
        QCOMPARE(cell[QLatin1String("value")].toString(), QStringLiteral("=1+1"));
        QCOMPARE(cell[QLatin1String("calculatedValue")].toDouble(), 2.0);
        QCOMPARE(cell[QLatin1String("formats")][QLatin1String("textFormat")][QLatin1String("bold")].toBool(), true);
        QCOMPARE(cell[QLatin1String("effectiveFormats")][QLatin1String("valueFormat")][QLatin1String("valueFormatType")]
                     .toString(),
                 QStringLiteral("AUTOMATIC"));
        QCOMPARE(row[1][QLatin1String("value")].toString(), QString());
        QCOMPARE(data[QLatin1String("range")][QLatin1String("stopColumn")].toInt(), 1);
    }

    void dateHasTheFormatOfOne()
    {
        Worksheet sheet;
        for (int column = 0; column < 2; ++column)
            sheet.cells.set(0, column, Sheet::Cell::ofText("2026-01-31"), true);
        sheet.cells.set(0, 2, Sheet::Cell::ofText("2026-01-31"));
        sheet.formats.apply(sheet.cells, {0, 1, 1, 1},
                            {{QStringLiteral("valueFormat"),
                              QJsonObject{{QStringLiteral("valueFormatType"), QStringLiteral("TEXT")}}}});
        const QJsonArray cells = sheetData(sheet, {0, 0, 1, 3}, {})[QLatin1String("cells")][0].toArray();
        const QStringList types{QStringLiteral("AUTOMATIC DATE"), QStringLiteral("TEXT"), QStringLiteral("AUTOMATIC")};
        for (int column = 0; column < 3; ++column)
            QCOMPARE(cells[column][QLatin1String("effectiveFormats")][QLatin1String("valueFormat")]
                          [QLatin1String("valueFormatType")]
                              .toString(),
                     types[column]);
        QCOMPARE(cells[0][QLatin1String("formats")][QLatin1String("valueFormat")][QLatin1String("valueFormatType")]
                     .toString(),
                 QStringLiteral("AUTOMATIC DATE"));
    }

    void linesAndMergesOfThePageAreTold()
    {
        Worksheet sheet;
        sheet.rowLines[1].hidden = true;
        sheet.columnLines[0].size = 90;
        sheet.merges = {{0, 0, 1, 2}, {50, 0, 1, 2}};
        const QJsonObject data = sheetData(sheet, {0, 0, 3, 2}, {});
        QCOMPARE(data[QLatin1String("rowMetadata")].toArray().size(), 3);
        QVERIFY(data[QLatin1String("rowMetadata")][1][QLatin1String("hidden")].toBool());
        QCOMPARE(data[QLatin1String("columnMetadata")][0][QLatin1String("size")].toInt(), 90);
        QCOMPARE(data[QLatin1String("merges")].toArray().size(), 1);
    }

    void fieldsChooseMembers()
    {
        Worksheet sheet;
        sheet.cells.set(0, 0, Sheet::Cell::ofText("x"));
        const QJsonObject merges = sheetData(sheet, {0, 0, 1, 1}, {QStringLiteral("merges")});
        QCOMPARE(merges.keys(), QStringList{QStringLiteral("merges")});
        const QJsonObject values = sheetData(sheet, {0, 0, 1, 1}, {QStringLiteral("value")});
        QCOMPARE(values.keys(), QStringList{QStringLiteral("cells")});
        QCOMPARE(values[QLatin1String("cells")][0][0].toObject().keys(), QStringList{QStringLiteral("value")});
    }

    void emptyPageHasNoCells()
    {
        const QJsonObject data = sheetData(Worksheet(), {}, {});
        QCOMPARE(data[QLatin1String("cells")].toArray().size(), 0);
        QVERIFY(data[QLatin1String("range")].isNull());
    }
};

QTEST_GUILESS_MAIN(TestSheetData)
#include "tst_sheetdata.moc"
