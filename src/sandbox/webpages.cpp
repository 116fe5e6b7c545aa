#include "sandbox/webpages.h"

#include "sandbox/formula.h"

#include <algorithm>
#include <functional>

namespace Sandbox {

namespace {

constexpr int mostRows = 500;
constexpr int mostColumns = 100;

QString page(const QString &title, const QString &body)
{
    return QStringLiteral(
               "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
               "body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}"
               "td,th{border:1px solid #bbb;padding:2px 8px;white-space:pre}th{background:#eee}.n{text-align:right}"
               "</style></head><body><h1>%1</h1>%2</body></html>")
        .arg(title.toHtmlEscaped(), body);
}

QString item(const QString &address, const QString &text)
{
    return QStringLiteral("<li><a href=\"%1\">%2</a></li>").arg(address.toHtmlEscaped(), text.toHtmlEscaped());
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
    QString html = QStringLiteral("<table><tr>");
    if (numbersRows)
        html += QStringLiteral("<th></th>");
    for (int column = 0; column < shownColumns; ++column)
        html += QStringLiteral("<th>") + headings[column].toHtmlEscaped() + QStringLiteral("</th>");
    html += QStringLiteral("</tr>");
    for (int row = 0; row < std::min(rows, mostRows); ++row) {
        html += QStringLiteral("<tr>");
        if (numbersRows)
            html += QStringLiteral("<th>%1</th>").arg(row + 1);
        for (int column = 0; column < shownColumns; ++column) {
            const Sheet::Cell cell = at(row, column);
            const bool isNumber = cell.kind == Sheet::CellKind::Number;
            html += (isNumber ? QStringLiteral("<td class=\"n\">") : QStringLiteral("<td>")) + text(cell.text)
                + QStringLiteral("</td>");
        }
        html += QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    if (rows > mostRows || columns > mostColumns)
        html += QStringLiteral("<p>The first %1 of %2 rows and %3 of %4 columns.</p>")
                    .arg(std::min(rows, mostRows))
                    .arg(rows)
                    .arg(shownColumns)
                    .arg(columns);
    return html;
}

QString sheetAddress(const Spreadsheet &spreadsheet, const Worksheet &sheet)
{
    return QStringLiteral("/a/sandbox/spreadsheet/%1/sheet/%2").arg(spreadsheet.id, sheet.id);
}

QString sheetList(const Spreadsheet &spreadsheet)
{
    QString html = QStringLiteral("<ul>");
    for (const auto &sheet : spreadsheet.sheets)
        html += item(sheetAddress(spreadsheet, *sheet), spreadsheet.path(*sheet).join(QStringLiteral(" / ")));
    return html + QStringLiteral("</ul>");
}

} // namespace

QString dataSetIndex(const std::vector<DataSet> &dataSets)
{
    QString html = QStringLiteral("<ul>");
    for (const DataSet &one : dataSets)
        html += item(QStringLiteral("/datasources/%1/details/overview").arg(one.id()),
                     QStringLiteral("%1 (%2 rows)").arg(one.name()).arg(one.rows()));
    return page(QStringLiteral("DataSets"), html + QStringLiteral("</ul>"));
}

QString dataSetPage(const DataSet &dataSet)
{
    QStringList headings;
    for (const DataSet::Column &column : dataSet.columns())
        headings += QStringLiteral("%1 (%2)").arg(column.name, Sheet::name(column.type));
    return page(dataSet.name(),
                table(headings, false, dataSet.rows(), int(headings.size()),
                      [&dataSet](int row, int column) { return dataSet.at(row, column); }));
}

QString spreadsheetIndex(const Spreadsheets &spreadsheets)
{
    QString html;
    for (const auto &one : spreadsheets)
        html += QStringLiteral("<h2>%1</h2>").arg(one->name.toHtmlEscaped()) + sheetList(*one);
    return page(QStringLiteral("Spreadsheets"), html);
}

QString sheetPage(const Spreadsheet &spreadsheet, const Worksheet &sheet)
{
    const Sheet::Rectangle extent = sheet.cells.extent();
    QStringList headings;
    for (int column = 0; column < extent.columns; ++column)
        headings += Sheet::columnName(column);
    Calculator calculator(sheet.cells);
    const QString notes = sheet.lock.isEmpty() ? QString() : QStringLiteral("<p>Locked.</p>");
    const QString cells = extent.isEmpty()
        ? QStringLiteral("<p>Empty.</p>")
        : table(headings, true, extent.rows, extent.columns,
                [&calculator](int row, int column) { return calculator.calculated(row, column); });
    return page(spreadsheet.name + QStringLiteral(": ") + spreadsheet.path(sheet).join(QStringLiteral(" / ")),
                notes + cells + sheetList(spreadsheet));
}

Reply htmlPage(int status, const QString &html)
{
    return {status, html.toUtf8(), QByteArrayLiteral("text/html; charset=utf-8")};
}

} // namespace Sandbox
