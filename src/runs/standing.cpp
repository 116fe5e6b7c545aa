#include "runs/standing.h"

#include "history/runcolumns.h"
#include "runs/runrequests.h"

#include <algorithm>
#include <array>
#include <functional>

namespace Runs {

namespace {

using Writeback::Changed;
using Writeback::State;

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

// Null: there is none.
const History::RunRecord *lastOf(const QList<History::RunRecord> &runs, const Profiles::Profile &profile)
{
    const auto counts = [&profile](const History::RunRecord &run) {
        return run.entry.kind != Writeback::RunKind::Check || changedSince(run, profile) == Changed::Nothing;
    };
    auto found = std::ranges::find_if(runs, &History::RunRecord::isRunning);
    if (found == runs.end())
        found = std::ranges::find_if(runs, counts);
    return found == runs.end() ? nullptr : &*found;
}

constexpr std::array decisive{History::RunHistory::Last::Run, History::RunHistory::Last::Check,
                              History::RunHistory::Last::Touched, History::RunHistory::Last::Verified};

void addTo(QList<History::RunRecord> &runs, const History::RunRecord &run)
{
    if (std::ranges::none_of(runs, [&run](const History::RunRecord &other) { return other.id == run.id; }))
        runs.append(run);
}

void sortNewestFirst(QList<History::RunRecord> &runs)
{
    std::ranges::stable_sort(runs, std::greater(), [](const History::RunRecord &run) { return run.entry.started; });
}

} // namespace

bool isVerified(const History::RunRecord &run)
{
    return run.state == Writeback::name(State::Verified) || run.state == Writeback::name(State::NothingToDo);
}

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

bool isConclusive(Writeback::State state, const std::optional<qint64> &pendingChanges)
{
    return pendingChanges == 0 && (state == State::NothingToDo || state == State::Planned);
}

QList<History::RunRecord> withLatest(QList<History::RunRecord> runs, const RunProgress &progress)
{
    if (!progress.report || (progress.isCheck() && !isConclusive(progress.report->state, progress.pendingChanges)))
        return runs;
    const RunFacts &facts = progress.facts;
    // Its beginning is in the history, and not its end.
    if (!runs.isEmpty() && !runs.first().ended.isValid() && runs.first().entry.started >= facts.entry.started
        && runs.first().entry.started <= facts.ended)
        runs.removeFirst();
    if (runs.isEmpty() || runs.first().entry.started < facts.entry.started)
        runs.prepend(recordOf(progress));
    return runs;
}

Standing standingOf(const Profiles::Profile &profile, const QList<History::RunRecord> &runs,
                    const QList<History::OtherChange> &others)
{
    Standing standing;
    const History::RunRecord *found = lastOf(runs, profile);
    if (!found)
        return standing;
    const History::RunRecord &last = *found;
    standing.last = last;
    standing.changed = changedSince(last, profile);
    standing.verified = lastThat(isVerified, Changed::Nothing, profile, runs);
    // Whatever its data was, it left the sheet as it is.
    const auto told = lastThat(tellsOfSheet, Changed::DataSet, profile, runs);
    if (told && isUnknown(*told))
        standing.unknown = told;
    const auto overwrites = [&](const History::OtherChange &other) {
        return last.entry.started < other.sent && overlaps(other.range, profile.region);
    };
    if (const auto other = std::ranges::find_if(others, overwrites); isVerified(last) && other != others.end())
        standing.overwritten = *other;
    return standing;
}

bool Standing::isOutdated() const
{
    if (!last || changed == Changed::Nothing)
        return false;
    const bool isBad = unknown || (tellsOfSheet(*last) && !isVerified(*last));
    return changed == Changed::Target || !isBad;
}

Core::Result<QList<History::OtherChange>> otherChanges(const History::RunHistory &history,
                                                       const Profiles::Profile &profile,
                                                       const QList<History::RunRecord> &runs)
{
    const History::RunRecord *last = lastOf(runs, profile);
    return last && isVerified(*last) ? history.otherChangesSince(*last) : QList<History::OtherChange>();
}

Core::Result<QHash<QString, QList<History::RunRecord>>> decisiveRuns(const History::RunHistory &history)
{
    QHash<QString, QList<History::RunRecord>> all;
    for (const auto which : decisive) {
        const auto found = history.lastOfAll(which);
        if (!found)
            return Core::propagate(found);
        for (const History::RunRecord &run : *found)
            addTo(all[run.entry.profileId], run);
    }
    for (QList<History::RunRecord> &runs : all)
        sortNewestFirst(runs);
    return all;
}

Core::Result<QList<History::RunRecord>> decisiveRuns(const History::RunHistory &history, const QString &profileId)
{
    QList<History::RunRecord> runs;
    for (const auto which : decisive) {
        const auto found = history.last(which, profileId);
        if (!found)
            return Core::propagate(found);
        if (*found)
            addTo(runs, **found);
    }
    sortNewestFirst(runs);
    return runs;
}

} // namespace Runs
