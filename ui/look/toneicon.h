#pragma once

#include "words/line.h"

#include <QIcon>

class QPalette;

namespace Ui {

// The symbol of a tone, sharp at any size, in a colour that contrasts with the application's background, light or dark.
// Null for a note.
[[nodiscard]] QIcon toneIcon(Words::Tone tone);
[[nodiscard]] QColor toneColor(Words::Tone tone, const QPalette &palette);

} // namespace Ui
