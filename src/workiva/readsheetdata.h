#pragma once

#include "workiva/rowreading.h"
#include "workiva/sheetdatapage.h"
#include "workiva/sheetid.h"

#include <functional>
#include <span>

namespace Workiva {

// As RowSink of ReadValues, with all requested parts of each cell.
using SheetDataSink = std::function<Core::Result<void>(int row, int firstColumn, std::span<const SheetDataCell> cells)>;

// GET …/sheetdata of a region, all pages: raw and calculated values, value formats, or both. Accepts open ranges,
// reports where its pages are in the sheet, and includes unused cells. More expensive than ReadValues, in bytes and in
// rate limits.
class ReadSheetData final : public RowReading
{
    Q_OBJECT

public:
    enum class Parts { Values, Formats, ValuesAndFormats };

    ReadSheetData(Net::Service &service, SheetId sheet, Sheet::Region region, Parts parts, SheetDataSink sink,
                  QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request pageRequest(int cellsOfAPage) const override;
    [[nodiscard]] Core::Result<QString> takeRows(const Net::Response &response) override;

private:
    const SheetId m_sheet;
    const Parts m_parts;
    const SheetDataSink m_sink;
};

} // namespace Workiva
