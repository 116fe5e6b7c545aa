#pragma once

#include "sandbox/domo/storeddataset.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// The sandbox's initial content: DataSets (a trial balance, a headcount, and one with everything that can go wrong),
// and spreadsheets with nested sheets of the same name, formulas, a lock, a linked dataset, range links, merged and
// rich cells, a milestone, and an empty sheet "Sheet1" in "Scratch".
[[nodiscard]] std::vector<StoredDataSet> sampleDataSets(bool nullIsBackslashN);
[[nodiscard]] Spreadsheets sampleSpreadsheets(const QDateTime &now);

} // namespace Sandbox
