#pragma once

#include "review/listing.h"
#include "ui/look/chip.h"

namespace Ui {

// The symbol and the colours of what happens to a cell or a row, the same wherever it is shown.
[[nodiscard]] ChipLook kindLook(Review::Kind kind, const QPalette &palette);

} // namespace Ui
