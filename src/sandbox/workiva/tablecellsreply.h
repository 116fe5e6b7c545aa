#pragma once

#include "sheet/rectangle.h"

#include <QByteArray>
#include <QJsonObject>

namespace Sandbox {

struct Worksheet;

// A page of a sheet's table: the contract's TableCellsResult, with what each cell allows (locked, input cell), how it
// is merged, its raw value and the kind of its value. Written straight from the sheet; what a cell looks like is left
// out. No nextLink when that is empty, neither rows nor a range for a page of no cells.
[[nodiscard]] QByteArray tableCellsReply(const Worksheet &sheet, const Sheet::Rectangle &page,
                                         const QByteArray &nextLink);

// The contract's CellRange: 0-based and inclusive, null where a side is open.
[[nodiscard]] QJsonObject cellRange(const Sheet::Rectangle &area);

} // namespace Sandbox
