#pragma once

#include "cli/exitcode.h"

namespace Cli {

// Says why a command about saved writebacks does nothing: on standard error, or as a JSON document on standard output.
// The exit code is the one of a run that failed with this error, or had no consent.
ExitCode refuse(const Core::Error &error, bool json);

} // namespace Cli
