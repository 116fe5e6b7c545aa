#pragma once

#include "workiva/rowreading.h"
#include "workiva/sheetdatapage.h"
#include "workiva/sheetid.h"

#include <functional>
#include <span>

namespace Workiva {

// As RowSink of ReadValues, with all that was asked for of each cell.
using SheetDataSink = std::function<Core::Result<void>(int row, int firstColumn, std::span<const SheetDataCell> cells)>;

// GET …/sheetdata of a region, all pages: raw and calculated values, value formats, or both. It takes open ranges, says
// where its pages lie in the sheet, and gives the sheet's unused cells as well. Dearer than ReadValues, in bytes and in
// the service's rate of calls.
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
