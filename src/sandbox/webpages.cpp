#include "sandbox/webpages.h"

#include "sandbox/formula.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

constexpr int mostRows = 500;
constexpr int mostColumns = 100;

QString page(const QString &title, const QString &body)
{
    return u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
           "body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}"
           "td,th{border:1px solid #bbb;padding:2px 8px;white-space:pre}th{background:#eee}.n{text-align:right}"
           "</style></head><body><h1>%1</h1>%2</body></html>"_s.arg(title.toHtmlEscaped(), body);
}

QString item(const QString &address, const QString &text)
{
    return u"<li><a href=\"%1\">%2</a></li>"_s.arg(address.toHtmlEscaped(), text.toHtmlEscaped());
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).toHtmlEscaped();
}

// A table with headings; `at` gives its cells.
QString table(const QStringList &headings, bool numbersRows, int rows, int columns,
              const std::function<Sheet::Cell(int, int)> &at)
{
    const int shownColumns = std::min(columns, mostColumns);
    QString html = u"<table><tr>"_s;
    if (numbersRows)
        html += u"<th></th>"_s;
    for (int column = 0; column < shownColumns; ++column)
        html += u"<th>"_s + headings[column].toHtmlEscaped() + u"</th>"_s;
    html += u"</tr>"_s;
    for (int row = 0; row < std::min(rows, mostRows); ++row) {
        html += u"<tr>"_s;
        if (numbersRows)
            html += u"<th>%1</th>"_s.arg(row + 1);
        for (int column = 0; column < shownColumns; ++column) {
            const Sheet::Cell cell = at(row, column);
            const bool isNumber = cell.kind == Sheet::CellKind::Number;
            html += (isNumber ? u"<td class=\"n\">"_s : u"<td>"_s) + text(cell.text) + u"</td>"_s;
        }
        html += u"</tr>"_s;
    }
    html += u"</table>"_s;
    if (rows > mostRows || columns > mostColumns)
        html += u"<p>The first %1 of %2 rows and %3 of %4 columns.</p>"_s.arg(std::min(rows, mostRows))
                    .arg(rows)
                    .arg(shownColumns)
                    .arg(columns);
    return html;
}

QString sheetAddress(const Spreadsheet &spreadsheet, const Worksheet &sheet)
{
    return u"/a/sandbox/spreadsheet/%1/sheet/%2"_s.arg(spreadsheet.id, sheet.id);
}

QString sheetList(const Spreadsheet &spreadsheet)
{
    QString html = u"<ul>"_s;
    for (const auto &sheet : spreadsheet.sheets)
        html += item(sheetAddress(spreadsheet, *sheet), spreadsheet.path(*sheet).join(u" / "_s));
    return html + u"</ul>"_s;
}

} // namespace

QString dataSetIndex(const std::vector<DataSet> &dataSets)
{
    QString html = u"<ul>"_s;
    for (const DataSet &one : dataSets)
        html += item(u"/datasources/%1/details/overview"_s.arg(one.id()),
                     u"%1 (%2 rows)"_s.arg(one.name()).arg(one.rows()));
    return page(u"DataSets"_s, html + u"</ul>"_s);
}

QString dataSetPage(const DataSet &dataSet)
{
    QStringList headings;
    for (const DataSet::Column &column : dataSet.columns())
        headings += u"%1 (%2)"_s.arg(column.name, Sheet::name(column.type));
    return page(dataSet.name(),
                table(headings, false, dataSet.rows(), int(headings.size()),
                      [&dataSet](int row, int column) { return dataSet.at(row, column); }));
}

QString spreadsheetIndex(const Spreadsheets &spreadsheets)
{
    QString html;
    for (const auto &one : spreadsheets)
        html += u"<h2>%1</h2>"_s.arg(one->name.toHtmlEscaped()) + sheetList(*one);
    return page(u"Spreadsheets"_s, html);
}

QString sheetPage(const Spreadsheet &spreadsheet, const Worksheet &sheet)
{
    const Sheet::Rectangle extent = sheet.cells.extent();
    QStringList headings;
    for (int column = 0; column < extent.columns; ++column)
        headings += Sheet::columnName(column);
    Calculator calculator(sheet.cells);
    const QString notes = sheet.lock.isEmpty() ? QString() : u"<p>Locked.</p>"_s;
    const QString cells = extent.isEmpty()
        ? u"<p>Empty.</p>"_s
        : table(headings, true, extent.rows, extent.columns,
                [&calculator](int row, int column) { return calculator.calculated(row, column); });
    return page(spreadsheet.name + u": "_s + spreadsheet.path(sheet).join(u" / "_s),
                notes + cells + sheetList(spreadsheet));
}

Reply htmlPage(int status, const QString &html)
{
    return {status, html.toUtf8(), "text/html; charset=utf-8"_ba};
}

} // namespace Sandbox
