#pragma once

#include "support/sheetprobe.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/runrequest.h"

#include <chrono>
#include <optional>

namespace Support {

// Where the runs of this test program keep their locks and journals, so that they see each other's.
[[nodiscard]] Writeback::Bookkeeping books();

// Runs a writeback to its end on its own thread, as the programs do, and returns the report. Without `shared`, earlier
// runs are not known. A run that does not end in time results in a report with an Internal error. Any thread.
[[nodiscard]] Writeback::RunReport runToEnd(const Writeback::RunRequest &request,
                                            std::chrono::milliseconds limit = std::chrono::seconds(60),
                                            const std::optional<Writeback::Bookkeeping> &shared = {});

// How a report contradicts the sheet's actual, previous and desired content; empty if it is true.
[[nodiscard]] QString contradiction(const Writeback::RunReport &report, const Cells &held, const Cells &before,
                                    const Cells &desired);

// A report as text, for the message of a failing test.
[[nodiscard]] QByteArray inWords(const Writeback::RunReport &report);

} // namespace Support
