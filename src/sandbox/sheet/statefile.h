#pragma once

#include "core/result.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// The sheets as one JSON file, from run to run. Disk when it cannot be read or written; a file that is none of these is
// Disk, too.
[[nodiscard]] Core::Result<Spreadsheets> loadState(const QString &path);
[[nodiscard]] Core::Result<void> saveState(const QString &path, const Spreadsheets &spreadsheets);

} // namespace Sandbox
