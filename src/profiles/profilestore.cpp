#include "profiles/profilestore.h"

#include "core/jsonreader.h"
#include "core/laterversion.h"

#include <QDir>

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

using Fault = JsonFolder::Fault;

const QString accountFolderName = u"accounts"_s;
const QString profileFolderName = u"profiles"_s;

template <typename Record> void sortByName(QList<Record> &records)
{
    std::ranges::sort(records, [](const Record &a, const Record &b) {
        const int names = QString::localeAwareCompare(a.name, b.name);
        return names != 0 ? names < 0 : a.id < b.id;
    });
}

bool isLater(const Core::Error &error)
{
    return error.cause.as<Core::LaterVersion>() != nullptr;
}

LaterRecord laterRecord(const JsonFolder::Entry &entry)
{
    const Core::JsonReader json(entry.object);
    const QString name = json["name"_L1].lenientString();
    return {entry.id, name.isEmpty() ? entry.id : name, json["accountId"_L1].lenientString()};
}

template <typename Record> struct Stored
{
    QList<Record> records; // by name
    QList<LaterRecord> later; // by name
};

// The valid content of the folder.
template <typename Record, typename FromJson>
Stored<Record> readAll(const JsonFolder &folder, FromJson fromJson, QList<Fault> &faults)
{
    const JsonFolder::Contents contents = folder.read();
    faults += contents.faults;
    Stored<Record> stored;
    for (const JsonFolder::Entry &entry : contents.entries) {
        const Core::Result<Record> record = fromJson(entry.object);
        if (record && record->id == entry.id)
            stored.records.append(*record);
        else if (record)
            faults.append(folder.setAside({.id = entry.id, .detail = record->id}));
        else if (isLater(record.error()))
            stored.later.append(laterRecord(entry));
        else
            faults.append(folder.setAside({.id = entry.id, .detail = record.error().subject}));
    }
    sortByName(stored.records);
    sortByName(stored.later);
    return stored;
}

template <typename Record, typename FromJson>
Core::Result<void> saveIn(const JsonFolder &folder, const Record &record, FromJson fromJson)
{
    // A later version of this program may have written it in the meantime.
    if (const auto present = folder.read(record.id)) {
        if (const auto known = fromJson(*present); !known && isLater(known.error()))
            return Core::fail(Core::ErrorKind::Disk, folder.fileOf(record.id), known.error().detail,
                              Core::LaterVersion{});
    }
    return folder.write(record.id, toJson(record));
}

template <typename Record> const Record *find(const QList<Record> &records, const QString &id)
{
    const auto place = std::ranges::find(records, id, &Record::id);
    return place == records.end() ? nullptr : &*place;
}

} // namespace

ProfileStore::ProfileStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_accountFolder(QDir(folder).filePath(accountFolderName))
    , m_profileFolder(QDir(folder).filePath(profileFolderName))
{
    // Created at once: only an existing folder can be watched. If that fails, saving reports it.
    for (const JsonFolder *each : {&m_accountFolder, &m_profileFolder})
        std::ignore = each->make();
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ProfileStore::reload);
    reload();
}

QStringList ProfileStore::folderNames()
{
    return {accountFolderName, profileFolderName};
}

const Account *ProfileStore::account(const QString &id) const
{
    return find(m_accounts, id);
}

const Profile *ProfileStore::profile(const QString &id) const
{
    return find(m_profiles, id);
}

const LaterRecord *ProfileStore::laterAccount(const QString &id) const
{
    return find(m_laterAccounts, id);
}

const LaterRecord *ProfileStore::laterProfile(const QString &id) const
{
    return find(m_laterProfiles, id);
}

QList<Profile> ProfileStore::profilesOf(const QString &accountId) const
{
    QList<Profile> profiles;
    std::ranges::copy_if(m_profiles, std::back_inserter(profiles),
                         [&](const Profile &profile) { return profile.accountId == accountId; });
    return profiles;
}

QStringList ProfileStore::usersOf(const QString &accountId) const
{
    QStringList names;
    const auto addFrom = [&](const auto &profiles) {
        for (const auto &profile : profiles) {
            if (profile.accountId == accountId)
                names.append(profile.name);
        }
    };
    addFrom(m_profiles);
    addFrom(m_laterProfiles);
    return names;
}

QString ProfileStore::freeName(const Naming &wanted) const
{
    const auto isTaken = [&](const QString &name) {
        const auto hasIt = [&](const auto &other) {
            return other.id != wanted.profileId && other.name.compare(name, Qt::CaseInsensitive) == 0;
        };
        return std::ranges::any_of(m_profiles, hasIt) || std::ranges::any_of(m_laterProfiles, hasIt);
    };
    QString free = wanted.name;
    for (int number = 2; isTaken(free); ++number)
        free = u"%1 (%2)"_s.arg(wanted.name, QString::number(number));
    return free;
}

void ProfileStore::addForSession(const Account &account)
{
    m_forSession.removeIf([&account](const Account &one) { return one.id == account.id; });
    m_forSession.append(account);
    reload();
}

bool ProfileStore::isForSession(const QString &accountId) const
{
    return find(m_forSession, accountId) != nullptr;
}

void ProfileStore::addProfileForSession(const Profile &profile)
{
    m_profilesForSession.removeIf([&profile](const Profile &one) { return one.id == profile.id; });
    m_profilesForSession.append(profile);
    reload();
}

bool ProfileStore::isProfileForSession(const QString &profileId) const
{
    return find(m_profilesForSession, profileId) != nullptr;
}

QList<Profile> ProfileStore::keptProfiles() const
{
    QList<Profile> kept = profiles();
    kept.removeIf([this](const Profile &profile) { return isProfileForSession(profile.id); });
    return kept;
}

Core::Result<void> ProfileStore::save(const Account &account)
{
    if (isForSession(account.id)) {
        addForSession(account);
        return {};
    }
    auto written = saveIn(m_accountFolder, account, accountFromJson);
    reload();
    return written;
}

Core::Result<void> ProfileStore::save(const Profile &profile)
{
    if (isProfileForSession(profile.id)) {
        addProfileForSession(profile);
        return {};
    }
    auto written = saveIn(m_profileFolder, profile, profileFromJson);
    reload();
    return written;
}

Core::Result<void> ProfileStore::removeAccount(const QString &id)
{
    if (m_forSession.removeIf([&id](const Account &one) { return one.id == id; }) > 0) {
        reload();
        return {};
    }
    auto removed = m_accountFolder.remove(id);
    reload();
    return removed;
}

Core::Result<void> ProfileStore::removeProfile(const QString &id)
{
    auto removed = m_profileFolder.remove(id);
    reload();
    return removed;
}

Core::Result<void> ProfileStore::save(const QList<Profile> &profiles)
{
    Core::Result<void> written;
    QList<const Profile *> begun;
    for (const Profile &profile : profiles) {
        written = saveIn(m_profileFolder, profile, profileFromJson);
        if (!written)
            break;
        begun.append(&profile);
    }
    if (!written) { // undone as far as the disk permits; the error is that of the first one
        for (const Profile *saved : begun) {
            const Profile *before = profile(saved->id);
            std::ignore =
                before ? m_profileFolder.write(before->id, toJson(*before)) : m_profileFolder.remove(saved->id);
        }
    }
    reload();
    return written;
}

Core::Result<ProfileStore::Removed> ProfileStore::takeProfile(const QString &id)
{
    const bool isStored = profile(id) || laterProfile(id);
    const auto document = isStored ? m_profileFolder.read(id) : QJsonObject();
    if (!document)
        return Core::propagate(document); // it could not be put back
    if (const auto removed = removeProfile(id); !removed)
        return Core::propagate(removed);
    return Removed{id, *document};
}

Core::Result<void> ProfileStore::putBack(const Removed &removed)
{
    if (removed.document.isEmpty() || profile(removed.id) || laterProfile(removed.id))
        return {};
    auto written = m_profileFolder.write(removed.id, removed.document);
    reload();
    return written;
}

void ProfileStore::reload()
{
    watch(); // before reading: a change in between is read twice rather than missed
    QList<Fault> faults;
    Stored<Account> accounts = readAll<Account>(m_accountFolder, accountFromJson, faults);
    accounts.records += m_forSession;
    sortByName(accounts.records);
    Stored<Profile> profiles = readAll<Profile>(m_profileFolder, profileFromJson, faults);
    profiles.records += m_profilesForSession;
    sortByName(profiles.records);
    // Renaming a file changes the folder: without this, the next reading would discard the report.
    std::ranges::copy_if(m_faults, std::back_inserter(faults), [&faults](const Fault &fault) {
        return fault.kind == Fault::Kind::SetAside && !faults.contains(fault);
    });
    std::ranges::sort(faults, {}, &Fault::path);

    if (accounts.records == m_accounts && profiles.records == m_profiles && accounts.later == m_laterAccounts
        && profiles.later == m_laterProfiles && faults == m_faults)
        return;
    m_accounts = std::move(accounts.records);
    m_profiles = std::move(profiles.records);
    m_laterAccounts = std::move(accounts.later);
    m_laterProfiles = std::move(profiles.later);
    m_faults = std::move(faults);
    Q_EMIT changed();
}

void ProfileStore::watch()
{
    for (const QString &path : {m_accountFolder.path(), m_profileFolder.path()}) {
        if (QDir(path).exists() && !m_watcher.directories().contains(path))
            m_watcher.addPath(path);
    }
}

} // namespace Profiles
