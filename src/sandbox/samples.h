#pragma once

#include "sandbox/domo/storeddataset.h"
#include "sandbox/sheet/storedspreadsheet.h"

namespace Sandbox {

// The sandbox's initial content: DataSets (a trial balance, the balances of a month's end, a headcount, and one with
// everything that can go wrong), and spreadsheets with nested sheets of the same name, an earlier load of the balances,
// formulas, a lock, a linked dataset, range links, merged and rich cells, a milestone, and an empty sheet "Sheet1" in
// "Scratch".
[[nodiscard]] std::vector<StoredDataSet> sampleDataSets(bool nullIsBackslashN);
[[nodiscard]] Spreadsheets sampleSpreadsheets(const QDateTime &now);

} // namespace Sandbox
