#pragma once

#include "sheet/cell.h"
#include "workiva/rowreading.h"
#include "workiva/sheetid.h"

#include <functional>
#include <span>

namespace Workiva {

class ValuesPage;

enum class ValueStyle {
    Raw, // as entered; a formula as its text
    Calculated, // as displayed, before formatting
};

// A piece of a row, 0-based in the sheet: cells from (row, firstColumn) to the right, valid only during the call. An
// error ends the reading.
using RowSink = std::function<Core::Result<void>(int row, int firstColumn, std::span<const Sheet::Cell> cells)>;

// GET …/values/{range}, all pages. The region may be open: the service returns what the sheet has of it.
class ReadValues final : public RowReading
{
    Q_OBJECT

public:
    ReadValues(Net::Service &service, SheetId sheet, Sheet::Region region, ValueStyle style, RowSink sink,
               QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request pageRequest(int cellsOfAPage) const override;
    [[nodiscard]] Core::Result<QString> takeRows(const Net::Response &response) override;

private:
    [[nodiscard]] Core::Result<void> takeBlock(const ValuesPage &page, size_t index);

    const SheetId m_sheet;
    const ValueStyle m_style;
    const RowSink m_sink;
};

} // namespace Workiva
