#pragma once

#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// The plain web pages that stand where Workiva's own would: the list of the spreadsheets, and a sheet.
[[nodiscard]] QString spreadsheetIndex(const Spreadsheets &spreadsheets);
[[nodiscard]] QString sheetPage(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet);

} // namespace Sandbox
