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

// A check says something if it has compared the sheet and nothing else may still arrive there.
bool isConclusive(const RunProgress &progress)
{
    return !progress.isCheck()
        || (progress.pendingChanges.value_or(1) == 0 && Writeback::tellsOfSheet(progress.report->state));
}

// A region that cannot be read may be any.
bool overlaps(const QString &other, const Sheet::Region &region)
{
    const auto parsed = Sheet::Region::parse(other);
    return !parsed || parsed->bounded().intersects(region.bounded());
}

std::optional<History::RunRecord> lastThat(bool (*isSo)(const History::RunRecord &run), Changed tolerated,
                                           const Profiles::Profile &profile, const QList<History::RunRecord> &runs)
{
    const auto found = std::ranges::find_if(
        runs, [&](const auto &run) { return isSo(run) && changedSince(run, profile) <= tolerated; });
    return found == runs.end() ? std::nullopt : std::optional(*found);
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

QList<History::RunRecord> withLatest(QList<History::RunRecord> runs, const RunProgress &progress)
{
    if (!progress.report || !isConclusive(progress))
        return runs;
    if (runs.isEmpty() || runs.first().entry.started < progress.facts.entry.started)
        runs.prepend(recordOf(progress));
    return runs;
}

Standing standingOf(const Profiles::Profile &profile, const QList<History::RunRecord> &runs,
                    const QList<History::RunRecord> &others)
{
    Standing standing;
    if (runs.isEmpty())
        return standing;
    standing.last = runs.first();
    standing.changed = changedSince(runs.first(), profile);
    standing.verified = lastThat(isVerified, Changed::Nothing, profile, runs);
    // Whatever its data was, it left the sheet as it is.
    const auto told = lastThat(tellsOfSheet, Changed::DataSet, profile, runs);
    if (told && isUnknown(*told))
        standing.unknown = told;
    if (!told)
        return standing;
    const auto overwrites = [&](const History::RunRecord &other) {
        return told->entry.started < other.entry.started && overlaps(other.entry.region, profile.region);
    };
    if (const auto found = std::ranges::find_if(others, overwrites); found != others.end())
        standing.overwritten = *found;
    return standing;
}

bool Standing::isOverwritten() const
{
    return overwritten && !unknown && tellsOfSheet(*last) && last->entry.started < overwritten->entry.started;
}

Core::Result<QList<History::RunRecord>> otherWriters(const History::RunHistory &history,
                                                     const Profiles::Profile &profile,
                                                     const QList<History::RunRecord> &runs)
{
    const auto told = lastThat(tellsOfSheet, Changed::DataSet, profile, runs);
    return told ? history.otherWritersSince(*told) : QList<History::RunRecord>();
}

} // namespace Runs
