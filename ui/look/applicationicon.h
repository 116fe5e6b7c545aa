#pragma once

#include <QIcon>

namespace Ui {

// This program's icon, 16 to 512 pixels: a sheet whose one cell is filled and checked.
[[nodiscard]] QIcon applicationIcon();

} // namespace Ui
