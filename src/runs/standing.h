#pragma once

#include "history/runrecord.h"
#include "profiles/profile.h"
#include "runs/runprogress.h"

namespace Runs {

// Whether a run used the profile's current target: spreadsheet, sheet and region.
[[nodiscard]] bool isOf(const Writeback::JournalEntry &entry, const Profiles::Profile &profile);

// The end of such a run says nothing about the profile's current target. (Runs of the first versions have no recorded
// target, those of the next only its text.)
[[nodiscard]] bool isOfAnotherTarget(const History::RunRecord &run, const Profiles::Profile &profile);

// The run wrote or compared other data, or another target: it does not say whether the target has the profile's data.
[[nodiscard]] bool isOfOtherData(const History::RunRecord &run, const Profiles::Profile &profile);

// A run of this program that has ended, as the history will have it.
[[nodiscard]] History::RunRecord recordOf(const RunProgress &progress);

// What the runs of a profile say about its sheet.
struct Standing
{
    std::optional<History::RunRecord> last{}; // the last run
    bool isChanged = false; // which had another target or another DataSet
    std::optional<History::RunRecord> verified{}; // the last one after which the current target matched the data
    // The last one that may have changed the current target, if it left it in an unknown state.
    std::optional<History::RunRecord> unknown{};

    friend bool operator==(const Standing &, const Standing &) = default;
};

// `runs`: the newest first.
[[nodiscard]] Standing standingOf(const Profiles::Profile &profile, const QList<History::RunRecord> &runs);

} // namespace Runs
