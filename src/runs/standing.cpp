#include "runs/standing.h"

#include "history/runcolumns.h"
#include "runs/runrequests.h"

#include <algorithm>

namespace Runs {

namespace {

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

bool isOf(const Writeback::JournalEntry &entry, const Profiles::Profile &profile)
{
    return entry.sheet.spreadsheetId == profile.spreadsheetId && entry.sheet.sheetId == profile.sheetId
        && entry.region == profile.region.toString();
}

bool isOfAnotherTarget(const History::RunRecord &run, const Profiles::Profile &profile)
{
    const Writeback::JournalEntry &entry = run.entry;
    if (entry.sheet.sheetId.isEmpty())
        return false;
    if (!entry.sheet.spreadsheetId.isEmpty())
        return !isOf(entry, profile);
    return entry.sheet.sheetId != profile.sheetId || entry.target != targetText(profile);
}

bool isOfOtherData(const History::RunRecord &run, const Profiles::Profile &profile)
{
    const QString &source = run.entry.dataSetId; // not recorded by early versions
    return isOfAnotherTarget(run, profile) || (!source.isEmpty() && source != profile.dataSetId);
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
    standing.isChanged = isOfOtherData(runs.first(), profile);
    using Rule = bool (*)(const History::RunRecord &run);
    using Exception = bool (*)(const History::RunRecord &run, const Profiles::Profile &profile);
    const auto lastThat = [&](Rule isSo, Exception isOfOther) {
        const auto found =
            std::ranges::find_if(runs, [&](const auto &run) { return isSo(run) && !isOfOther(run, profile); });
        return found == runs.end() ? std::nullopt : std::optional(*found);
    };
    standing.verified = lastThat(isVerified, isOfOtherData);
    // Whatever its data was, it left the sheet as it is.
    if (const auto touched = lastThat(tellsOfSheet, isOfAnotherTarget); touched && isUnknown(*touched))
        standing.unknown = touched;
    return standing;
}

} // namespace Runs
