#pragma once

#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// Plain web pages in place of Workiva's own: the list of spreadsheets, and a sheet.
[[nodiscard]] QString spreadsheetIndex(const Spreadsheets &spreadsheets);
[[nodiscard]] QString sheetPage(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet);

} // namespace Sandbox
