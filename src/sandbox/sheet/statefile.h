#pragma once

#include "core/result.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// Loads and saves the sheets as one JSON file. Disk if it cannot be read or written, or has other content.
[[nodiscard]] Core::Result<Spreadsheets> loadState(const QString &path);
[[nodiscard]] Core::Result<void> saveState(const QString &path, const Spreadsheets &spreadsheets);

} // namespace Sandbox
