#include "writeback/datafacts.h"

#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

namespace Writeback {

namespace {

// A name, and how many columns before it have the same.
using Identity = std::pair<QString, int>;

QList<Identity> identitiesOf(const QList<ColumnFacts> &columns)
{
    QHash<QString, int> seen;
    QList<Identity> identities;
    for (const ColumnFacts &column : columns)
        identities.append({column.name, seen[column.name]++});
    return identities;
}

// The most of them that are in ascending order, without changing their order.
qint64 mostInOrder(const std::vector<qsizetype> &places)
{
    std::vector<qsizetype> ends; // the smallest end of an ascending choice of each length
    for (const qsizetype place : places) {
        const auto longer = std::ranges::lower_bound(ends, place);
        if (longer == ends.end())
            ends.push_back(place);
        else
            *longer = place;
    }
    return qint64(ends.size());
}

} // namespace

ColumnDrift driftOf(const QList<ColumnFacts> &before, const QList<ColumnFacts> &now)
{
    const QList<Identity> had = identitiesOf(before);
    const QList<Identity> has = identitiesOf(now);
    const auto isRenamed = [&](qsizetype i) {
        return i < had.size() && i < has.size() && !has.contains(had[i]) && !had.contains(has[i])
            && before[i].type == now[i].type;
    };
    ColumnDrift drift;
    std::vector<qsizetype> places; // of columns of both, in the order of now: where they were
    for (qsizetype i = 0; i < has.size(); ++i) {
        const qsizetype was = had.indexOf(has[i]);
        if (was < 0 && isRenamed(i)) {
            drift.renamed.append({before[i].name, now[i].name});
        } else if (was < 0) {
            drift.added.append(now[i].name);
        } else {
            places.push_back(was);
            if (before[was].type && now[i].type && before[was].type != now[i].type)
                drift.retyped.append({now[i].name, *before[was].type, *now[i].type});
        }
    }
    for (qsizetype i = 0; i < had.size(); ++i) {
        if (!has.contains(had[i]) && !isRenamed(i))
            drift.removed.append(before[i].name);
    }
    std::vector<qsizetype> sorted = places;
    std::ranges::sort(sorted);
    const auto [first, expected] = std::ranges::mismatch(places, sorted);
    drift.reordered = qint64(places.size()) - mostInOrder(places);
    if (first != places.end())
        drift.firstReordered = before[*first].name;
    return drift;
}

} // namespace Writeback
