#pragma once

#include "sheet/region.h"

namespace Desktop {

// What a region means, as a sentence: "All cells below and to the right of B3".
[[nodiscard]] QString regionText(const Sheet::Region &region);

} // namespace Desktop
