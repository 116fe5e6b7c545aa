#pragma once

#include "sheet/rectangle.h"

#include <QJsonObject>
#include <QStringList>

namespace Sandbox {

struct Worksheet;

// A page of a sheet with formats, merges and the hidden rows and columns: the contract's SheetData. `fields` names the
// members to give, those of a cell too; all when it is empty.
[[nodiscard]] QJsonObject sheetDataReply(const Worksheet &sheet, const Sheet::Rectangle &page,
                                         const QStringList &fields);

} // namespace Sandbox
