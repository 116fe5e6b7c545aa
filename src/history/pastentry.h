#pragma once

#include "history/runrecord.h"
#include "history/schedulelog.h"

#include <variant>

namespace History {

// An entry of the past of writebacks: a run, or what was noted of a schedule, mostly a time without a run.
struct PastEntry
{
    QString profileId{}; // empty: a run without a saved writeback
    QString writeback{}; // its name; of a run, at that time
    std::variant<RunRecord, ScheduleNote> what{};

    [[nodiscard]] const RunRecord *run() const { return std::get_if<RunRecord>(&what); }
    [[nodiscard]] const ScheduleNote *note() const { return std::get_if<ScheduleNote>(&what); }
    [[nodiscard]] QDateTime when() const { return run() ? run()->entry.started : note()->when(); } // UTC

    friend bool operator==(const PastEntry &, const PastEntry &) = default;
};

[[nodiscard]] PastEntry entryOf(const RunRecord &run);

// Of entries with the same time, those before stay before.
[[nodiscard]] QList<PastEntry> newestFirst(QList<PastEntry> entries);

} // namespace History
