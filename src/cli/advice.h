#pragma once

#include "writeback/runreport.h"

namespace Cli {

// What to do next, in terms of options and environment variables. Empty where the error's own advice is sufficient.
// English, like all output of the command line.
[[nodiscard]] QString advice(const Writeback::RunReport &report);

} // namespace Cli
