#include "sandbox/webpages.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestWebPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsEscaped()
    {
        Spreadsheet spreadsheet;
        spreadsheet.name = u"<spreadsheet>"_s;
        Worksheet &sheet = spreadsheet.add(u"id"_s, u"<sheet>"_s);
        sheet.cells.set(0, 0, Sheet::Cell::ofText("<cell>"));
        const QString html = sheetPage(spreadsheet, sheet);
        for (const char *text : {"<spreadsheet>", "<sheet>", "<cell>"}) {
            QVERIFY(!html.contains(QLatin1String(text)));
            QVERIFY(html.contains(QString::fromLatin1(text).toHtmlEscaped()));
        }
        const auto dataSet = DataSet::make(u"<data>"_s, "<name>\n<field>\n", {}, false);
        for (const char *text : {"<data>", "<name>", "<field>"})
            QVERIFY(!dataSetPage(*dataSet).contains(QLatin1String(text)));
    }

    void longTablesAreCutAndSaySo()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(u"id"_s, u"x"_s);
        for (int row = 0; row < 600; ++row)
            sheet.cells.set(row, 0, Sheet::Cell::ofNumber(std::to_string(100'000 + row)));
        const QString html = sheetPage(spreadsheet, sheet);
        QVERIFY(html.contains(u"100499"_s));
        QVERIFY(!html.contains(u"100500"_s));
        QVERIFY(html.contains(u"600"_s));
    }

    void formulasShowTheirValues()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(u"id"_s, u"x"_s);
        sheet.cells.set(0, 0, {Sheet::CellKind::Formula, "=6*7"});
        QVERIFY(sheetPage(spreadsheet, sheet).contains(u">42<"_s));
    }
};

QTEST_GUILESS_MAIN(TestWebPages)
#include "tst_webpages.moc"
