#include "history/pastentry.h"

#include <algorithm>
#include <functional>

namespace History {

PastEntry entryOf(const RunRecord &run)
{
    return {run.entry.profileId, run.entry.profileName, run};
}

QList<PastEntry> newestFirst(QList<PastEntry> entries)
{
    std::ranges::stable_sort(entries, std::greater(), &PastEntry::when);
    return entries;
}

} // namespace History
