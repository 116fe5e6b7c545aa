#pragma once

#include "writeback/runreport.h"

namespace Words {

// What was found of each column, one sentence for each of the first of them. Empty if a finding names no columns.
[[nodiscard]] QString columnsText(const Writeback::Finding &finding);

} // namespace Words
