#pragma once

#include <QIcon>

namespace Ui {

// This program's icon, 16 to 512 pixels: a sheet whose one cell is filled and checked.
[[nodiscard]] QIcon applicationIcon();

// The same for windows, up to 128 pixels. Each window sends all of its icon to the window manager, which reads it
// before it shows the window; larger pictures are in the desktop's icon theme.
[[nodiscard]] QIcon windowIcon();

} // namespace Ui
