#include "workiva/readsheetdata.h"

#include "workiva/apirequest.h"

#include <algorithm>

namespace Workiva {

namespace {

constexpr int mostCellsWithFormats = 20'000;
static_assert(mostCellsWithFormats >= Sheet::maxColumns); // a page has room for a whole row

} // namespace

ReadSheetData::ReadSheetData(Net::Service &service, QString spreadsheetId, QString sheetId, Sheet::Region region,
                             Parts parts, SheetDataSink sink, QObject *parent)
    : RowReading(service, std::move(region), PagePlacement::Origin::Sheet, parent)
    , m_spreadsheetId(std::move(spreadsheetId))
    , m_sheetId(std::move(sheetId))
    , m_parts(parts)
    , m_sink(std::move(sink))
{
}

Net::Request ReadSheetData::pageRequest(int cellsOfAPage) const
{
    QByteArray query;
    if (region() != Sheet::Region()) // without a range it is the whole sheet
        query = QByteArrayLiteral("$cellrange=") + region().toString().toLatin1() + '&';
    query += QByteArrayLiteral("$fields=range");
    if (m_parts != Parts::Formats)
        query += QByteArrayLiteral(",cells.value,cells.calculatedValue");
    if (m_parts != Parts::Values)
        query += QByteArrayLiteral(",cells.formats.valueFormat,cells.effectiveFormats.valueFormat");
    // A cell has up to a thousand bytes with its formats, and some dozens without.
    const int cells = m_parts == Parts::Values ? cellsOfAPage : std::min(cellsOfAPage, mostCellsWithFormats);
    query += QByteArrayLiteral("&$maxcellsperpage=") + QByteArray::number(cells);
    return get(apiPath({QStringLiteral("spreadsheets"), m_spreadsheetId, QStringLiteral("sheets"), m_sheetId,
                        QStringLiteral("sheetdata")}),
               query);
}

Core::Result<QString> ReadSheetData::takeRows(const Net::Response &response)
{
    const auto page = SheetDataPage::parse(response.body);
    if (!page)
        return tl::unexpected(page.error());
    const size_t rows = page->rows();
    if (rows == 0)
        return page->nextLink();
    size_t columns = 0;
    for (size_t row = 0; row < rows; ++row)
        columns = std::max(columns, page->row(row).size());
    const auto area = place(rows, columns, page->range(), QStringLiteral("$.data.cells"));
    if (!area)
        return tl::unexpected(area.error());
    for (size_t row = 0; row < rows; ++row) {
        const auto cells = page->row(row);
        count(cells.size());
        if (const auto taken = m_sink(area->row + int(row), area->column, cells); !taken)
            return tl::unexpected(taken.error());
    }
    return page->nextLink();
}

} // namespace Workiva
