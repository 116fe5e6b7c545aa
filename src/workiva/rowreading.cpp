#include "workiva/rowreading.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

using Core::ErrorKind;

// Cells per page: the service's limit, a size known to work for wide sheets, and a last attempt.
constexpr std::array<int, 3> pageSizes{50'000, 20'000, 5'000};
static_assert(pageSizes.front() >= Sheet::maxColumns);

} // namespace

RowReading::RowReading(Net::Service &service, Sheet::Region region, PagePlacement::Origin origin, QObject *parent)
    : PagedOperation(service, region.toString(), parent)
    , m_region(std::move(region))
    , m_origin(origin)
    , m_placement(m_region, origin)
{
}

Net::Request RowReading::request() const
{
    return pageRequest(pageSize(m_attempt));
}

void RowReading::run()
{
    m_placement = PagePlacement(m_region, m_origin);
    m_summary = {};
    m_summary.nextRow = m_placement.nextRow();
    PagedOperation::run();
}

void RowReading::answered(const Core::Result<Net::Response> &response)
{
    if (response || !canTrySmallerPages(response.error()))
        return PagedOperation::answered(response);
    ++m_attempt;
    run();
}

int RowReading::pageSize(size_t attempt) const
{
    // If a page is an unreported part of a row, the position of the next page cannot be counted.
    return std::max(pageSizes[attempt], m_region.bounded().columns);
}

bool RowReading::canTrySmallerPages(const Core::Error &error) const
{
    const bool mayBeTooWide = error.kind == ErrorKind::ServiceFailed || error.kind == ErrorKind::ConnectionLost;
    return mayBeTooWide && m_attempt + 1 < pageSizes.size() && pageSize(m_attempt + 1) < pageSize(m_attempt)
        && m_region.bounded().cells() > pageSize(m_attempt + 1);
}

Core::Result<Page> RowReading::takePage(const Net::Response &response)
{
    const qint64 cellsBefore = m_summary.cells;
    const int rowBefore = m_placement.nextRow();
    const auto link = takeRows(response);
    if (!link)
        return Core::propagate(link);
    ++m_summary.pages;
    m_summary.nextRow = m_placement.nextRow();
    // Blank rows beyond the region are not new content: counting them would never end.
    const bool hasRows = m_summary.nextRow > rowBefore && rowBefore <= m_region.bounded().lastRow();
    const bool isEnough = !link->isEmpty() && m_stopRow && m_summary.nextRow >= *m_stopRow;
    m_summary.isWhole = !isEnough;
    return Page{.next = *link, .isNew = hasRows || m_summary.cells > cellsBefore, .isEnough = isEnough};
}

Core::Result<Sheet::Rectangle> RowReading::place(size_t rows, size_t columns,
                                                 const std::optional<Sheet::Rectangle> &range, const QString &subject)
{
    if (rows > size_t(Sheet::maxRows) || columns > size_t(Sheet::maxColumns))
        return Core::fail(ErrorKind::BadReply, subject, u"more than a sheet can hold"_s);
    auto area = m_placement.place(int(rows), int(columns), range);
    if (!area) {
        area.error().subject = subject;
        return area;
    }
    m_summary.extent = m_summary.extent.united(*area);
    return area;
}

Core::Result<ReadSummary> RowReading::read(const Net::Response &)
{
    return m_summary;
}

} // namespace Workiva
