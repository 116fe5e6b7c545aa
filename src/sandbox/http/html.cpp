#include "sandbox/http/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

constexpr int maxRows = 500;
constexpr int maxColumns = 100;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).toHtmlEscaped();
}

} // namespace

QString webPage(const QString &title, const QString &body)
{
    return u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
           "body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}"
           "td,th{border:1px solid #bbb;padding:2px 8px;white-space:pre}th{background:#eee}.n{text-align:right}"
           "</style></head><body><h1>%1</h1>%2</body></html>"_s.arg(title.toHtmlEscaped(), body);
}

QString listItem(const QString &address, const QString &text)
{
    return u"<li><a href=\"%1\">%2</a></li>"_s.arg(address.toHtmlEscaped(), text.toHtmlEscaped());
}

QString htmlTable(const QStringList &headings, bool numbersRows, int rows, int columns,
                  const std::function<Sheet::Cell(int, int)> &at)
{
    const int shownColumns = std::min(columns, maxColumns);
    QString html = u"<table><tr>"_s;
    if (numbersRows)
        html += u"<th></th>"_s;
    for (int column = 0; column < shownColumns; ++column)
        html += u"<th>"_s + headings[column].toHtmlEscaped() + u"</th>"_s;
    html += u"</tr>"_s;
    for (int row = 0; row < std::min(rows, maxRows); ++row) {
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
    if (rows > maxRows || columns > maxColumns)
        html += u"<p>The first %1 of %2 rows and %3 of %4 columns.</p>"_s.arg(std::min(rows, maxRows))
                    .arg(rows)
                    .arg(shownColumns)
                    .arg(columns);
    return html;
}

Reply htmlReply(int status, const QString &html)
{
    return {status, html.toUtf8(), "text/html; charset=utf-8"_ba};
}

} // namespace Sandbox
