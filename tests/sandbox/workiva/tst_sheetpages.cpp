#include "sandbox/workiva/sheetpages.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestSheetPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsEscaped()
    {
        StoredSpreadsheet spreadsheet;
        spreadsheet.name = u"<spreadsheet>"_s;
        Worksheet &sheet = spreadsheet.add(u"id"_s, u"<sheet>"_s);
        sheet.cells.set(0, 0, Sheet::Cell::ofText("<cell>"));
        const QString html = sheetPage(spreadsheet, sheet);
        for (const char *text : {"<spreadsheet>", "<sheet>", "<cell>"}) {
            QVERIFY(!html.contains(QLatin1String(text)));
            QVERIFY(html.contains(QString::fromLatin1(text).toHtmlEscaped()));
        }
    }

    void formulasShowTheirValues()
    {
        StoredSpreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(u"id"_s, u"x"_s);
        sheet.cells.set(0, 0, {Sheet::CellKind::Formula, "=6*7"});
        QVERIFY(sheetPage(spreadsheet, sheet).contains(u">42<"_s));
    }
};

QTEST_GUILESS_MAIN(TestSheetPages)
#include "tst_sheetpages.moc"
