#include "workiva/readvalues.h"

#include "workiva/apirequest.h"
#include "workiva/valuespage.h"

#include <algorithm>
#include <array>

namespace Workiva {

namespace {

using Core::ErrorKind;
using Sheet::Rectangle;

// Cells of a page: the limit of the service, what is known to work for wide sheets, and a last attempt.
constexpr std::array<int, 3> pageSizes{50'000, 20'000, 5'000};

} // namespace

ReadValues::ReadValues(Net::Service &service, QString spreadsheetId, QString sheetId, Sheet::Region region,
                       ValueStyle style, RowSink sink, QObject *parent)
    : PagedOperation(service, parent)
    , m_spreadsheetId(std::move(spreadsheetId))
    , m_sheetId(std::move(sheetId))
    , m_region(std::move(region))
    , m_style(style)
    , m_sink(std::move(sink))
{
}

Net::Request ReadValues::request() const
{
    const QByteArray style = m_style == ValueStyle::Raw ? QByteArrayLiteral("raw") : QByteArrayLiteral("calculated");
    const QByteArray query = QByteArrayLiteral("$valuestyle=") + style + QByteArrayLiteral("&$maxcellsperpage=")
        + QByteArray::number(pageSizes[m_pageSize]);
    return get(apiPath({QStringLiteral("spreadsheets"), m_spreadsheetId, QStringLiteral("sheets"), m_sheetId,
                        QStringLiteral("values"), m_region.toString()}),
               query);
}

void ReadValues::answered(const Core::Result<Net::Response> &response)
{
    if (response || !canTrySmallerPages(response.error()))
        return PagedOperation::answered(response);
    ++m_pageSize;
    m_block = {};
    m_summary = {};
    run();
}

bool ReadValues::canTrySmallerPages(const Core::Error &error)
{
    const bool mayBeTooWide = error.kind == ErrorKind::ServiceFailed || error.kind == ErrorKind::ConnectionLost;
    return mayBeTooWide && m_pageSize + 1 < pageSizes.size() && m_region.bounded().cells() > pageSizes[m_pageSize + 1];
}

Core::Result<QString> ReadValues::takePage(const Net::Response &response)
{
    const auto page = ValuesPage::parse(response.body);
    if (!page)
        return tl::unexpected(page.error());
    ++m_summary.pages;
    for (size_t i = 0; i < page->blocks().size(); ++i) {
        if (const auto taken = takeBlock(*page, i); !taken)
            return tl::unexpected(taken.error());
    }
    return page->nextLink();
}

Core::Result<void> ReadValues::takeBlock(const ValuesPage &page, size_t index)
{
    const ValuesPage::Block &block = page.blocks()[index];
    qsizetype columns = 0;
    for (size_t row = block.firstRow; row < block.endRow; ++row)
        columns = std::max(columns, qsizetype(page.row(row).size()));
    if (columns == 0)
        return {};

    const Sheet::Address anchor = m_region.anchor();
    const qsizetype rows = qsizetype(block.endRow - block.firstRow);
    const QString place = QStringLiteral("$.data[%1].values").arg(index);
    if (rows > Sheet::maxRows || columns > Sheet::maxColumns)
        return Core::fail(ErrorKind::BadReply, place, QStringLiteral("more than a sheet can hold"));
    const Rectangle below{m_block.isEmpty() ? anchor.row : m_block.lastRow() + 1, anchor.column, int(rows),
                          int(columns)};
    Rectangle area = below;
    if (block.range) {
        area.row = block.range->anchor().row;
        area.column = block.range->anchor().column;
        if (area.intersects(m_block)) // the range of the request, not of the page
            area = below;
    }
    if (!m_region.contains(area))
        return Core::fail(ErrorKind::BadReply, place,
                          QStringLiteral("%1 lies outside of %2").arg(Sheet::toA1(area), m_region.toString()));

    for (int row = 0; row < area.rows; ++row) {
        const auto cells = page.row(block.firstRow + size_t(row));
        m_summary.cells += qint64(cells.size());
        if (auto taken = m_sink(area.row + row, area.column, cells); !taken)
            return taken;
    }
    m_block = area;
    m_summary.extent = m_summary.extent.united(area);
    return {};
}

Core::Result<ReadSummary> ReadValues::read(const Net::Response &)
{
    return m_summary;
}

Core::Error ReadValues::failed(Core::Error error) const
{
    if (error.subject.isEmpty())
        error.subject = m_region.toString();
    return error;
}

} // namespace Workiva
