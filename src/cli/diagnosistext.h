#pragma once

#include "cli/exitcode.h"
#include "setup/diagnosis.h"

namespace Cli {

// What was found of each link, one a line, and of the first broken one what it means and what to do. English.
[[nodiscard]] QString diagnosisText(const QList<Setup::Examined> &links);

// The same as one JSON document. Names may be added, but never changed.
[[nodiscard]] QString diagnosisJson(const QList<Setup::Examined> &links);

// Done if no link is broken, or else that of a run that fails at the first broken one.
[[nodiscard]] ExitCode exitCode(const QList<Setup::Examined> &links);

} // namespace Cli
