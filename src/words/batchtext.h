#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

#include <QList>

namespace Words {

// How runs ended that were started together: "3 runs. Verified: 2. Failed, unchanged: 1." Ok only if each sheet is
// known to match its data.
[[nodiscard]] Line batchLine(const QList<Writeback::State> &ends);

} // namespace Words
