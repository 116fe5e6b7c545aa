#pragma once

#include "writeback/checkrecords.h"

namespace Writeback {

// The checks of the values that are written, and of those that they overwrite, in one pass over the cells to be
// written: too long, with too many digits, formulas, values that a sheet may change, texts that look like numbers or
// dates.
void checkWrittenCells(CheckRecords &records, const RunContext &context);

} // namespace Writeback
