#pragma once

#include "sheet/fit.h"
#include "sheet/updatemethod.h"

namespace Words {

[[nodiscard]] QString regionText(const Sheet::Region &region); // "All cells from B3 down and to the right."
[[nodiscard]] QString useRegionText(const Sheet::Region &region); // on a button: "Use A1:J1201", "Use the whole sheet"
[[nodiscard]] QString regionFaultText(const Sheet::RegionFault &fault);

[[nodiscard]] QString fitText(const Sheet::Fit &fit); // how the data fits the region
[[nodiscard]] QString restText(Sheet::UpdateMethod::Kind kind); // what happens to other cells of the region
[[nodiscard]] QString alternativesText(const Sheet::Fit &fit); // regions that would fit: "B3:, B3:U or B3:U100003"

} // namespace Words
