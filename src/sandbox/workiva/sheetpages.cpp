#include "sandbox/workiva/sheetpages.h"

#include "sandbox/http/html.h"
#include "sandbox/sheet/formula.h"

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QString sheetAddress(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet)
{
    return u"/a/sandbox/spreadsheet/%1/sheet/%2"_s.arg(spreadsheet.id, sheet.id);
}

QString sheetList(const StoredSpreadsheet &spreadsheet)
{
    QString html = u"<ul>"_s;
    for (const auto &sheet : spreadsheet.sheets)
        html += listItem(sheetAddress(spreadsheet, *sheet), spreadsheet.path(*sheet).join(u" / "_s));
    return html + u"</ul>"_s;
}

} // namespace

QString spreadsheetIndex(const Spreadsheets &spreadsheets)
{
    QString html;
    for (const auto &one : spreadsheets)
        html += u"<h2>%1</h2>"_s.arg(one->name.toHtmlEscaped()) + sheetList(*one);
    return webPage(u"Spreadsheets"_s, html);
}

QString sheetPage(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet)
{
    const Sheet::Rectangle extent = sheet.cells.extent();
    QStringList headings;
    for (int column = 0; column < extent.columns; ++column)
        headings += Sheet::columnName(column);
    Calculator calculator(sheet.cells);
    const QString notes = sheet.lock.isEmpty() ? QString() : u"<p>Locked.</p>"_s;
    const QString cells = extent.isEmpty()
        ? u"<p>Empty.</p>"_s
        : htmlTable(headings, true, extent.rows, extent.columns,
                    [&calculator](int row, int column) { return calculator.calculated(row, column); });
    return webPage(spreadsheet.name + u": "_s + spreadsheet.path(sheet).join(u" / "_s),
                   notes + cells + sheetList(spreadsheet));
}

} // namespace Sandbox
