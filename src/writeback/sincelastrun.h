#pragma once

#include "writeback/checkrecords.h"

namespace Writeback {

// The checks that compare with the last verified run of the same DataSet and region. Without one, or where it did not
// record what they need, they are not made.

// With the metadata: columns, and whether Domo has loaded the DataSet since then.
void compareMetadata(CheckRecords &records, const RunContext &context);
// With the desired grid: cells that changed in the sheet since then and are overwritten or left alone.
void findEdits(CheckRecords &records, const RunContext &context);
// Likewise, of a run with a DataSet: its rows and totals, and the rows of the sheet whose key it does not have.
void compareData(CheckRecords &records, const RunContext &context);

} // namespace Writeback
