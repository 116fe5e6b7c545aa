#include "runs/standing.h"

#include "history/runcolumns.h"
#include "runs/runrequests.h"

#include <algorithm>

namespace Runs {

namespace {

using Writeback::Changed;
using Writeback::State;

bool isVerified(const History::RunRecord &run)
{
    return run.state == Writeback::name(State::Verified) || run.state == Writeback::name(State::NothingToDo);
}

bool isUnknown(const History::RunRecord &run)
{
    return run.state == Writeback::name(State::OutcomeUnknown) || (run.isInterrupted() && run.changesSent > 0);
}

// A run that changed nothing says nothing about what earlier ones left.
bool tellsOfSheet(const History::RunRecord &run)
{
    const auto state = Writeback::stateOf(run.state); // none: of a later version
    return isUnknown(run) || (run.ended.isValid() && (!state || Writeback::tellsOfSheet(*state)));
}

} // namespace

Changed changedSince(const History::RunRecord &run, const Profiles::Profile &profile)
{
    return Writeback::changedSince(run.entry, entryOf(profile, nullptr));
}

History::RunRecord recordOf(const RunProgress &progress)
{
    const RunFacts &facts = progress.facts;
    return History::recordOf({.entry = facts.entry, .program = {.name = facts.program, .version = {}}},
                             {.entry = facts.entry, .report = *progress.report, .when = facts.ended});
}

Standing standingOf(const Profiles::Profile &profile, const QList<History::RunRecord> &runs)
{
    Standing standing;
    if (runs.isEmpty())
        return standing;
    standing.last = runs.first();
    standing.changed = changedSince(runs.first(), profile);
    const auto lastThat = [&](bool (*isSo)(const History::RunRecord &run), Changed tolerated) {
        const auto found = std::ranges::find_if(
            runs, [&](const auto &run) { return isSo(run) && changedSince(run, profile) <= tolerated; });
        return found == runs.end() ? std::nullopt : std::optional(*found);
    };
    standing.verified = lastThat(isVerified, Changed::Nothing);
    // Whatever its data was, it left the sheet as it is.
    if (const auto touched = lastThat(tellsOfSheet, Changed::DataSet); touched && isUnknown(*touched))
        standing.unknown = touched;
    return standing;
}

} // namespace Runs
