#pragma once

#include "sheet/grid.h"

#include <QString>

#include <optional>

namespace Sheet {

// How the source becomes the desired grid of the region.
enum class UpdateMethod { Replace };

[[nodiscard]] QString name(UpdateMethod method); // as files and options have it: "replace"
[[nodiscard]] std::optional<UpdateMethod> updateMethod(const QString &name);

// The grid that the region shall hold, at the region's anchor. Replace: the source as it is; what else the region holds
// is to be cleared, which diff() sees by the missing cells.
[[nodiscard]] Grid compose(UpdateMethod method, Grid source);

} // namespace Sheet
