#include "notices/condition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Notices {

QList<Change> untold(const Told &told, const QList<Condition> &now)
{
    QList<Change> changes;
    for (auto each = now.begin(); each != now.end(); ++each) {
        const bool isLast = std::none_of(each + 1, now.end(),
                                         [each](const Condition &later) { return later.profileId == each->profileId; });
        const Kind before = told.value(each->profileId, Kind::Well);
        if (isLast && each->kind != before)
            changes.append({.now = *each, .before = before});
    }
    return changes;
}

QList<QList<Change>> byGroup(const QList<Change> &changes)
{
    QList<QList<Change>> groups;
    for (const Change &change : changes) {
        const auto group = std::ranges::find_if(
            groups, [&change](const QList<Change> &members) { return members.first().now.group == change.now.group; });
        if (group == groups.end())
            groups.append({change});
        else
            group->append(change);
    }
    return groups;
}

QString name(Kind kind)
{
    switch (kind) {
    case Kind::Well: return u"well"_s;
    case Kind::Failing: return u"failing"_s;
    case Kind::NeedsYou: return u"needsYou"_s;
    case Kind::Overdue: return u"overdue"_s;
    case Kind::Reminder: return u"reminder"_s;
    case Kind::Paused: return u"paused"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Kind> kindNamed(const QString &name)
{
    for (const Kind kind : kinds) {
        if (Notices::name(kind) == name)
            return kind;
    }
    return {};
}

} // namespace Notices
