#pragma once

#include "writeback/checkrecords.h"

namespace Writeback {

// Whether columns of numbers, which are written in ones whatever the sheet's cells display, are in another scale there:
// by the formats that were read, and by totals that are a thousandth, a millionth, a thousandfold or a millionfold of
// what the region holds, to within 0.5 %. No check without a DataSet.
void checkScale(CheckRecords &records, const RunContext &context);

} // namespace Writeback
