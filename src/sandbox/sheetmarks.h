#pragma once

#include "core/result.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

struct Options;

// Puts into the sheets what the command line says of them: locked, linked and input cells, and range links. A sheet is
// named by its ID or by its spreadsheet and its path, "Scratch/Sheet1". Once is enough for sheets that are kept in a
// file: a second time changes nothing. InvalidInput names what cannot be found.
[[nodiscard]] Core::Result<void> markSheets(const Spreadsheets &spreadsheets, const Options &options);

} // namespace Sandbox
