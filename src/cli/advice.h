#pragma once

#include "writeback/runreport.h"

namespace Cli {

// What to do next in the command line's own terms: which option or variable helps. Empty where what the error itself
// says is all. English, like everything that the command line says.
[[nodiscard]] QString advice(const Writeback::RunReport &report);

} // namespace Cli
