#include "workiva/readsheetdata.h"

#include "workiva/apirequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

constexpr int maxCellsWithFormats = 20'000;
static_assert(maxCellsWithFormats >= Sheet::maxColumns); // a page can hold a whole row

} // namespace

ReadSheetData::ReadSheetData(Net::Service &service, SheetId sheet, Sheet::Region region, Parts parts,
                             SheetDataSink sink, QObject *parent)
    : RowReading(service, std::move(region), PagePlacement::Origin::Sheet, parent)
    , m_sheet(std::move(sheet))
    , m_parts(parts)
    , m_sink(std::move(sink))
{
}

Net::Request ReadSheetData::pageRequest(int cellsOfAPage) const
{
    QByteArray query;
    if (region() != Sheet::Region()) // without a range the whole sheet is returned
        query = "$cellrange="_ba + region().toString().toLatin1() + '&';
    query += "$fields=range"_ba;
    if (m_parts != Parts::Formats)
        query += ",cells.value,cells.calculatedValue"_ba;
    if (m_parts != Parts::Values)
        query += ",cells.formats.valueFormat,cells.effectiveFormats.valueFormat"_ba;
    // A cell with formats can take a thousand bytes, without them a few dozen.
    const int cells = m_parts == Parts::Values ? cellsOfAPage : std::min(cellsOfAPage, maxCellsWithFormats);
    query += "&$maxcellsperpage="_ba + QByteArray::number(cells);
    return get(sheetPath(m_sheet, {u"sheetdata"_s}), query);
}

Core::Result<QString> ReadSheetData::takeRows(const Net::Response &response)
{
    const auto page = SheetDataPage::parse(response.body);
    if (!page)
        return Core::propagate(page);
    const size_t rows = page->rows();
    if (rows == 0)
        return page->nextLink();
    size_t columns = 0;
    for (size_t row = 0; row < rows; ++row)
        columns = std::max(columns, page->row(row).size());
    const auto area = place(rows, columns, page->range(), u"$.data.cells"_s);
    if (!area)
        return Core::propagate(area);
    for (size_t row = 0; row < rows; ++row) {
        const auto cells = page->row(row);
        count(cells.size());
        if (const auto taken = m_sink(area->row + int(row), area->column, cells); !taken)
            return Core::propagate(taken);
    }
    return page->nextLink();
}

} // namespace Workiva
