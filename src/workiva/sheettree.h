#pragma once

#include "workiva/sheetinfo.h"

#include <QList>

namespace Workiva {

// Puts sheets, as they came in any order, into the order of their tree: a parent before its children, siblings by
// index. Of several with one id the first stays, under the first parent that is told. Sets depth and path. A sheet
// whose parent is unknown stands at the top, and so does one out of a circle of parents: none is lost. Pure.
[[nodiscard]] QList<SheetInfo> inTreeOrder(const QList<SheetInfo> &sheets);

} // namespace Workiva
