#include "setup/named.h"

#include "core/inputfault.h"
#include "core/laterversion.h"
#include "core/pasted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

constexpr qsizetype maxCandidates = 10;

Core::Failure wrong(const QString &text, Core::Cause cause)
{
    return Core::fail(Core::ErrorKind::InvalidInput, text, {}, std::move(cause));
}

// Those that contain the text or are contained in it, or else all.
QStringList candidatesFor(const QString &text, const QStringList &names)
{
    QStringList similar;
    std::ranges::copy_if(names, std::back_inserter(similar), [&text](const QString &name) {
        return name.contains(text, Qt::CaseInsensitive) || text.contains(name, Qt::CaseInsensitive);
    });
    if (similar.isEmpty() || text.isEmpty())
        similar = names;
    similar.removeDuplicates();
    return similar.first(std::min(similar.size(), maxCandidates));
}

template <typename Record> QStringList namesOf(const QList<Record> &records)
{
    QStringList names;
    for (const Record &record : records)
        names.append(record.name);
    return names;
}

template <typename Record> Core::Result<const Record *> recordNamed(const QList<Record> &records, const QString &text)
{
    const auto withId = std::ranges::find(records, text, &Record::id);
    if (withId != records.end())
        return &*withId;
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        QList<const Record *> found;
        for (const Record &record : records) {
            if (record.name.compare(text, sensitivity) == 0)
                found.append(&record);
        }
        if (found.size() == 1)
            return found.first();
        QStringList things;
        for (const Record *one : found)
            things.append(u"%1 (%2)"_s.arg(one->name, one->id));
        if (!things.isEmpty())
            return wrong(text, Core::Ambiguous{things});
    }
    return wrong(text, Core::NotOneOf{candidatesFor(text, namesOf(records))});
}

} // namespace

Core::Result<const Profiles::Profile *> profileNamed(const Profiles::ProfileStore &store, const QString &text)
{
    const QString name = Core::trimmed(text);
    auto found = recordNamed(store.profiles(), name);
    if (found || found.error().cause.as<Core::Ambiguous>())
        return found;
    const auto later = recordNamed(store.laterProfiles(), name);
    return later ? wrong((*later)->name, Core::LaterVersion{}) : found;
}

Core::Result<const Profiles::Profile *> profileInUse(const Profiles::ProfileStore &store, const QString &text)
{
    auto found = profileNamed(store, text);
    return found && (*found)->archived ? wrong((*found)->name, Core::Archived{}) : found;
}

Core::Result<const Profiles::Account *> accountNamed(const Profiles::ProfileStore &store, const QString &text)
{
    return recordNamed(store.accounts(), Core::trimmed(text));
}

Core::Result<QStringList> groupNamed(const Profiles::ProfileStore &store, const QString &text)
{
    const QString name = Core::trimmed(text);
    const QStringList groups = groupsOf(store.profiles());
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        QStringList fitting;
        std::ranges::copy_if(groups, std::back_inserter(fitting),
                             [&](const QString &group) { return group.compare(name, sensitivity) == 0; });
        if (fitting.size() > 1)
            return wrong(name, Core::Ambiguous{fitting});
        QStringList ids;
        for (const Profiles::Profile &profile : store.profiles()) {
            if (!profile.archived && fitting.contains(profile.group))
                ids.append(profile.id);
        }
        if (!ids.isEmpty())
            return ids;
    }
    return wrong(name, Core::NotOneOf{candidatesFor(name, groups)});
}

QStringList groupsOf(const QList<Profiles::Profile> &profiles)
{
    QStringList groups;
    for (const Profiles::Profile &profile : profiles) {
        if (!profile.archived && !profile.group.isEmpty() && !groups.contains(profile.group))
            groups.append(profile.group);
    }
    std::ranges::sort(groups,
                      [](const QString &one, const QString &other) { return one.localeAwareCompare(other) < 0; });
    return groups;
}

} // namespace Setup
