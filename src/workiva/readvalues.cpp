#include "workiva/readvalues.h"

#include "workiva/apirequest.h"
#include "workiva/valuespage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workiva {

ReadValues::ReadValues(Net::Service &service, SheetId sheet, Sheet::Region region, ValueStyle style, RowSink sink,
                       QObject *parent)
    : RowReading(service, std::move(region), PagePlacement::Origin::Unknown, parent)
    , m_sheet(std::move(sheet))
    , m_style(style)
    , m_sink(std::move(sink))
{
}

Net::Request ReadValues::pageRequest(int cellsOfAPage) const
{
    const QByteArray style = m_style == ValueStyle::Raw ? "raw"_ba : "calculated"_ba;
    const QByteArray query = "$valuestyle="_ba + style + "&$maxcellsperpage="_ba + QByteArray::number(cellsOfAPage);
    return get(sheetPath(m_sheet, {u"values"_s, region().toString()}), query);
}

Core::Result<QString> ReadValues::takeRows(const Net::Response &response)
{
    const auto page = ValuesPage::parse(response.body);
    if (!page)
        return Core::propagate(page);
    for (size_t i = 0; i < page->blocks().size(); ++i) {
        if (const auto taken = takeBlock(*page, i); !taken)
            return Core::propagate(taken);
    }
    return page->nextLink();
}

Core::Result<void> ReadValues::takeBlock(const ValuesPage &page, size_t index)
{
    const ValuesPage::Block &block = page.blocks()[index];
    const size_t rows = block.endRow - block.firstRow;
    if (rows == 0)
        return {};
    size_t columns = 0;
    for (size_t row = block.firstRow; row < block.endRow; ++row)
        columns = std::max(columns, page.row(row).size());
    const auto range = block.range ? std::optional(block.range->bounded()) : std::nullopt;
    const auto area = place(rows, columns, range, u"$.data[%1].values"_s.arg(index));
    if (!area)
        return Core::propagate(area);
    for (size_t row = 0; row < rows; ++row) {
        const auto cells = page.row(block.firstRow + row);
        count(cells.size());
        if (auto taken = m_sink(area->row + int(row), area->column, cells); !taken)
            return taken;
    }
    return {};
}

} // namespace Workiva
