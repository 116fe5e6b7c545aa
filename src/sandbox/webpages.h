#pragma once

#include "sandbox/dataset.h"
#include "sandbox/httpserver.h"
#include "sandbox/worksheet.h"

namespace Sandbox {

// The plain web pages that stand where the services' own would: a list, a DataSet, a sheet. At most 500 rows and 100
// columns of a table are shown, with a note.
[[nodiscard]] QString dataSetIndex(const std::vector<DataSet> &dataSets);
[[nodiscard]] QString dataSetPage(const DataSet &dataSet);
[[nodiscard]] QString spreadsheetIndex(const Spreadsheets &spreadsheets);
[[nodiscard]] QString sheetPage(const Spreadsheet &spreadsheet, const Worksheet &sheet);

[[nodiscard]] Reply htmlPage(int status, const QString &html);

} // namespace Sandbox
