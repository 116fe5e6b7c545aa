#pragma once

#include "history/runhistory.h"
#include "profiles/profile.h"
#include "runs/runprogress.h"

namespace Runs {

[[nodiscard]] bool isVerified(const History::RunRecord &run); // it ended so

// What has changed in the profile since the run: if anything, the run does not say whether the target has the
// profile's data; if the target, nothing about its sheet.
[[nodiscard]] Writeback::Changed changedSince(const History::RunRecord &run, const Profiles::Profile &profile);

// A run of this program that has ended, as the history will have it.
[[nodiscard]] History::RunRecord recordOf(const RunProgress &progress);

// Whether the end of a check says something: it has compared the sheet, and nothing else may still arrive there.
[[nodiscard]] bool isConclusive(Writeback::State state, const std::optional<qint64> &pendingChanges);

// `runs`, the newest first, with that of `progress` if it has ended and says something, and the history has neither its
// end nor a later run: it may have it soon, or could not record it.
[[nodiscard]] QList<History::RunRecord> withLatest(QList<History::RunRecord> runs, const RunProgress &progress);

// What the runs of a profile say about its sheet.
struct Standing
{
    // The last run. A check counts as one if it checked what the writeback is now; a run under way is always the last.
    std::optional<History::RunRecord> last{};
    Writeback::Changed changed = Writeback::Changed::Nothing; // since then
    std::optional<History::RunRecord> verified{}; // the last one after which the current target matched the data
    // The last one that may have changed the current target, if it left it in an unknown state.
    std::optional<History::RunRecord> unknown{};

    // If the last run verified the target: the last change that another writeback has sent to the region since.
    std::optional<History::OtherChange> overwritten{};

    // The unknown state was left by a run before the last one.
    [[nodiscard]] bool isUnknownSinceEarlier() const { return unknown && unknown->entry.started < last->entry.started; }

    // The last run says nothing about the data of the current target. A run that left the current target incomplete, or
    // in an unknown state, does, whatever the profile's data is by now.
    [[nodiscard]] bool isOutdated() const;

    friend bool operator==(const Standing &, const Standing &) = default;
};

// `runs`: the newest first, at least those of decisiveRuns(); `others`: otherChanges().
[[nodiscard]] Standing standingOf(const Profiles::Profile &profile, const QList<History::RunRecord> &runs,
                                  const QList<History::OtherChange> &others = {});

// What other writebacks have sent to the sheet since the last of `runs`, if that verified the target.
[[nodiscard]] Core::Result<QList<History::OtherChange>> otherChanges(const History::RunHistory &history,
                                                                     const Profiles::Profile &profile,
                                                                     const QList<History::RunRecord> &runs);

// The recorded runs that a standing follows from, the newest first; of all profiles by their ID, or of one.
[[nodiscard]] Core::Result<QHash<QString, QList<History::RunRecord>>> decisiveRuns(const History::RunHistory &history);
[[nodiscard]] Core::Result<QList<History::RunRecord>> decisiveRuns(const History::RunHistory &history,
                                                                   const QString &profileId);

} // namespace Runs
