#pragma once

#include "history/runhistory.h"
#include "profiles/profile.h"
#include "runs/runprogress.h"

namespace Runs {

// What has changed in the profile since the run: if anything, the run does not say whether the target has the
// profile's data; if the target, nothing about its sheet.
[[nodiscard]] Writeback::Changed changedSince(const History::RunRecord &run, const Profiles::Profile &profile);

// A run of this program that has ended, as the history will have it.
[[nodiscard]] History::RunRecord recordOf(const RunProgress &progress);

// `runs`, the newest first, with that of `progress` if it has ended and says something, and the history has neither it
// nor a later one: it may have it soon, or could not record it.
[[nodiscard]] QList<History::RunRecord> withLatest(QList<History::RunRecord> runs, const RunProgress &progress);

// What the runs of a profile say about its sheet.
struct Standing
{
    std::optional<History::RunRecord> last{}; // the last run
    Writeback::Changed changed = Writeback::Changed::Nothing; // since then
    std::optional<History::RunRecord> verified{}; // the last one after which the current target matched the data
    // The last one that may have changed the current target, if it left it in an unknown state.
    std::optional<History::RunRecord> unknown{};

    // The last run of another writeback that has written to the region since a run last said what is there.
    std::optional<History::RunRecord> overwritten{};

    // The unknown state was left by a run before the last one.
    [[nodiscard]] bool isUnknownSinceEarlier() const { return unknown && unknown->entry.started < last->entry.started; }

    // The last run said what is there, and that may no longer be so.
    [[nodiscard]] bool isOverwritten() const;

    friend bool operator==(const Standing &, const Standing &) = default;
};

// `runs`: the newest first; `others`: otherWriters().
[[nodiscard]] Standing standingOf(const Profiles::Profile &profile, const QList<History::RunRecord> &runs,
                                  const QList<History::RunRecord> &others = {});

// The runs of other writebacks that have written to the profile's sheet since one of `runs` last said what is there;
// the newest first.
[[nodiscard]] Core::Result<QList<History::RunRecord>> otherWriters(const History::RunHistory &history,
                                                                   const Profiles::Profile &profile,
                                                                   const QList<History::RunRecord> &runs);

} // namespace Runs
