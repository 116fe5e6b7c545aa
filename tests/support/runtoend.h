#pragma once

#include "support/sheetprobe.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/runrequest.h"

#include <chrono>
#include <optional>

namespace Support {

// Where the runs of this test program keep their locks and journals; they see each other's.
[[nodiscard]] Writeback::Bookkeeping books();

// Runs a writeback to its end on its own thread, as the programs do, and waits for the report. Without `shared` nothing
// is known of earlier runs. A run that does not end in time gives a report of the kind Internal. Any thread.
[[nodiscard]] Writeback::RunReport runToEnd(const Writeback::RunRequest &request,
                                            std::chrono::milliseconds limit = std::chrono::seconds(60),
                                            const std::optional<Writeback::Bookkeeping> &shared = {});

// How a report contradicts what the sheet holds, was and should be; empty when it tells the truth.
[[nodiscard]] QString contradiction(const Writeback::RunReport &report, const Cells &held, const Cells &before,
                                    const Cells &desired);

// Everything about a report that helps to understand a failing test.
[[nodiscard]] QByteArray inWords(const Writeback::RunReport &report);

} // namespace Support
