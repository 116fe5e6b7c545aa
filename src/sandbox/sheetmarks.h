#pragma once

#include "core/result.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

struct Options;

// Applies the options for locked, linked and input cells, and range links, to the sheets. A sheet is named by its ID,
// or by its spreadsheet and path, "Scratch/Sheet1". Applying them again, to sheets loaded from a file, changes nothing.
// InvalidInput names what was not found.
[[nodiscard]] Core::Result<void> markSheets(const Spreadsheets &spreadsheets, const Options &options);

} // namespace Sandbox
