#pragma once

#include "sheet/rectangle.h"

#include <QJsonObject>
#include <QStringList>

namespace Sandbox {

struct Worksheet;

// A page of a sheet with formats, merges and hidden rows and columns: the contract's SheetData. `fields` selects the
// members, including those of a cell; empty: all.
[[nodiscard]] QJsonObject sheetDataReply(const Worksheet &sheet, const Sheet::Rectangle &page,
                                         const QStringList &fields);

} // namespace Sandbox
