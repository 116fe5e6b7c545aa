#pragma once

#include "workiva/sheetinfo.h"

#include <QList>

namespace Workiva {

// Sorts sheets into tree order: a parent before its children, siblings by index. Of several with one ID the first is
// kept, below the first parent reported. Sets depth and path. A sheet with an unknown or circular parent becomes a
// top-level sheet; none is lost. Pure.
[[nodiscard]] QList<SheetInfo> inTreeOrder(const QList<SheetInfo> &sheets);

} // namespace Workiva
