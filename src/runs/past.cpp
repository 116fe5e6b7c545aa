#include "runs/past.h"

namespace Runs {

namespace {

using History::PastEntry;
using History::RunHistory;

using Names = QMap<QString, QString>; // of writebacks, by ID

Core::Result<QList<PastEntry>> past(const RunHistory &history, const QList<History::RunRecord> &runs,
                                    const Names &writebacks, int max)
{
    QList<PastEntry> entries;
    for (const History::RunRecord &run : runs)
        entries.append(History::entryOf(run));
    for (const auto &[id, name] : writebacks.asKeyValueRange()) {
        // All: the first ones by their `due` need not be those by when().
        const auto notes = history.scheduleNotes(id, RunHistory::noLimit);
        if (!notes)
            return Core::propagate(notes);
        for (const History::ScheduleNote &note : *notes)
            entries.append({id, name, note});
    }
    return History::newestFirst(entries).mid(0, max);
}

} // namespace

Core::Result<QList<PastEntry>> pastOf(const RunHistory &history, const Profiles::Profile &profile, int max)
{
    const auto runs = history.runs(profile.id, max);
    if (!runs)
        return Core::propagate(runs);
    return past(history, *runs, {{profile.id, profile.name}}, max);
}

Core::Result<QList<PastEntry>> pastOfAll(const RunHistory &history, const Profiles::ProfileStore &store, int max)
{
    const auto runs = history.allRuns(max);
    if (!runs)
        return Core::propagate(runs);
    const auto last = history.lastOfAll(RunHistory::Last::Run);
    if (!last)
        return Core::propagate(last);
    Names writebacks;
    for (const auto &[id, run] : last->asKeyValueRange())
        writebacks.insert(id, run.entry.profileName);
    for (const Profiles::Profile &profile : store.profiles())
        writebacks.insert(profile.id, profile.name);
    return past(history, *runs, writebacks, max);
}

} // namespace Runs
