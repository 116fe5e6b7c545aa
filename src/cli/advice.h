#pragma once

#include "writeback/runreport.h"

namespace Cli {

// What to do next, in terms of options and environment variables. Empty where the error's own advice is sufficient.
// English, like all output of the command line.
[[nodiscard]] QString advice(const Writeback::RunReport &report);

// Likewise after a run of a saved writeback, called `name`, whose options are saved with it.
[[nodiscard]] QString savedAdvice(const Writeback::RunReport &report, const QString &name);

// The report of what was refused before it started.
[[nodiscard]] Writeback::RunReport refusalBy(const Core::Error &error);

} // namespace Cli
