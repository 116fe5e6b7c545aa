#include "workiva/readtablecells.h"

#include "workiva/apirequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

constexpr int cellsOfAPage = 20'000; // a cell can take hundreds of bytes here

} // namespace

ReadTableCells::ReadTableCells(Net::Service &service, QString tableId, const Sheet::Rectangle &rectangle,
                               TableCellSink sink, QString revision, QObject *parent)
    : PagedOperation(service, tableId, parent)
    , m_tableId(std::move(tableId))
    , m_rectangle(rectangle)
    , m_revision(std::move(revision))
    , m_sink(std::move(sink))
    , m_placement(Sheet::Region(rectangle))
{
}

Net::Request ReadTableCells::request() const
{
    QByteArray query;
    if (!m_revision.isEmpty())
        query = "$revision="_ba + QUrl::toPercentEncoding(m_revision) + '&';
    const auto add = [&query](const char *name, int value) { query += QByteArray(name) + QByteArray::number(value); };
    add("startRow=", m_rectangle.row);
    add("&stopRow=", m_rectangle.lastRow());
    add("&startColumn=", m_rectangle.column);
    add("&stopColumn=", m_rectangle.lastColumn());
    add("&$maxcellsperpage=", std::max(cellsOfAPage, m_rectangle.columns));
    return get(apiPath({u"content"_s, u"tables"_s, m_tableId, u"cells"_s}), query);
}

Core::Result<Page> ReadTableCells::takePage(const Net::Response &response)
{
    const auto page = TableCellsPage::parse(response.body);
    if (!page)
        return Core::propagate(page);
    if (m_summary.revision.isEmpty())
        m_summary.revision = page->revision();
    const size_t rows = page->rows();
    size_t columns = 0;
    for (size_t row = 0; row < rows; ++row)
        columns = std::max(columns, page->row(row).size());
    const QString place = u"$.data"_s;
    if (rows > size_t(Sheet::maxRows) || columns > size_t(Sheet::maxColumns))
        return Core::fail(Core::ErrorKind::BadReply, place, u"more than a sheet can hold"_s);
    auto area = m_placement.place(int(rows), int(columns), page->range());
    if (!area) {
        area.error().subject = place;
        return Core::propagate(area);
    }
    for (size_t row = 0; row < rows; ++row) {
        int column = area->column;
        for (TableCell cell : page->row(row)) {
            cell.at = {area->row + int(row), column++};
            m_sink(cell);
            ++m_summary.cells;
        }
    }
    return Page{.next = page->nextLink(), .isNew = rows > 0};
}

Core::Result<TableCellsSummary> ReadTableCells::read(const Net::Response &)
{
    return m_summary;
}

} // namespace Workiva
