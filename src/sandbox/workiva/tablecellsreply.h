#pragma once

#include "sheet/rectangle.h"

#include <QByteArray>
#include <QJsonObject>

namespace Sandbox {

struct Worksheet;

// A page of a sheet's table: the contract's TableCellsResult, with each cell's permissions (locked, input cell),
// merges, raw value and type. Written directly from the sheet, without formatting. No nextLink if that is empty;
// neither rows nor a range for a page without cells.
[[nodiscard]] QByteArray tableCellsReply(const Worksheet &sheet, const Sheet::Rectangle &page,
                                         const QByteArray &nextLink);

// The contract's CellRange: 0-based and inclusive, null for an open side.
[[nodiscard]] QJsonObject cellRange(const Sheet::Rectangle &area);

} // namespace Sandbox
