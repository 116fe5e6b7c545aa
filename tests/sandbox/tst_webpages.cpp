#include "sandbox/webpages.h"

#include <QTest>

using namespace Sandbox;

class TestWebPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsEscaped()
    {
        Spreadsheet spreadsheet;
        spreadsheet.name = QStringLiteral("<spreadsheet>");
        Worksheet &sheet = spreadsheet.add(QStringLiteral("id"), QStringLiteral("<sheet>"));
        sheet.cells.set(0, 0, Sheet::Cell::ofText("<cell>"));
        const QString html = sheetPage(spreadsheet, sheet);
        for (const char *text : {"<spreadsheet>", "<sheet>", "<cell>"}) {
            QVERIFY(!html.contains(QLatin1String(text)));
            QVERIFY(html.contains(QString::fromLatin1(text).toHtmlEscaped()));
        }
        const auto dataSet = DataSet::make(QStringLiteral("<data>"), "<name>\n<field>\n", {}, false);
        for (const char *text : {"<data>", "<name>", "<field>"})
            QVERIFY(!dataSetPage(*dataSet).contains(QLatin1String(text)));
    }

    void longTablesAreCutAndSaySo()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(QStringLiteral("id"), QStringLiteral("x"));
        for (int row = 0; row < 600; ++row)
            sheet.cells.set(row, 0, Sheet::Cell::ofNumber(std::to_string(100'000 + row)));
        const QString html = sheetPage(spreadsheet, sheet);
        QVERIFY(html.contains(QStringLiteral("100499")));
        QVERIFY(!html.contains(QStringLiteral("100500")));
        QVERIFY(html.contains(QStringLiteral("600")));
    }

    void formulasShowTheirValues()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(QStringLiteral("id"), QStringLiteral("x"));
        sheet.cells.set(0, 0, {Sheet::CellKind::Formula, "=6*7"});
        QVERIFY(sheetPage(spreadsheet, sheet).contains(QStringLiteral(">42<")));
    }
};

QTEST_GUILESS_MAIN(TestWebPages)
#include "tst_webpages.moc"
