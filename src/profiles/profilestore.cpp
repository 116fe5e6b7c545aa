#include "profiles/profilestore.h"

#include <QDir>

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

using Fault = JsonFolder::Fault;

template <typename Record> void sortByName(QList<Record> &records)
{
    std::ranges::sort(records, [](const Record &a, const Record &b) {
        const int names = QString::localeAwareCompare(a.name, b.name);
        return names != 0 ? names < 0 : a.id < b.id;
    });
}

// What the folder holds, by name.
template <typename Record, typename FromJson>
QList<Record> readAll(const JsonFolder &folder, FromJson fromJson, QList<Fault> &faults)
{
    const JsonFolder::Contents contents = folder.read();
    faults += contents.faults;
    QList<Record> records;
    for (const JsonFolder::Entry &entry : contents.entries) {
        const Core::Result<Record> record = fromJson(entry.object);
        if (!record)
            faults.append(folder.setAside(entry.id, record.error().subject));
        else if (record->id != entry.id)
            faults.append(folder.setAside(entry.id, record->id));
        else
            records.append(*record);
    }
    sortByName(records);
    return records;
}

template <typename Record> const Record *find(const QList<Record> &records, const QString &id)
{
    const auto place = std::ranges::find(records, id, &Record::id);
    return place == records.end() ? nullptr : &*place;
}

} // namespace

ProfileStore::ProfileStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_accountFolder(QDir(folder).filePath(u"accounts"_s))
    , m_profileFolder(QDir(folder).filePath(u"profiles"_s))
{
    // Made at once: only a folder that is there can be watched. Where that fails, saving says so.
    for (const JsonFolder *each : {&m_accountFolder, &m_profileFolder})
        std::ignore = each->make();
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ProfileStore::reload);
    reload();
}

const Account *ProfileStore::account(const QString &id) const
{
    return find(m_accounts, id);
}

const Profile *ProfileStore::profile(const QString &id) const
{
    return find(m_profiles, id);
}

QList<Profile> ProfileStore::profilesOf(const QString &accountId) const
{
    QList<Profile> profiles;
    std::ranges::copy_if(m_profiles, std::back_inserter(profiles),
                         [&](const Profile &profile) { return profile.accountId == accountId; });
    return profiles;
}

QString ProfileStore::freeName(const QString &name, const QString &profileId) const
{
    const auto isTaken = [&](const QString &wanted) {
        return std::ranges::any_of(m_profiles, [&](const Profile &other) {
            return other.id != profileId && other.name.compare(wanted, Qt::CaseInsensitive) == 0;
        });
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = u"%1 (%2)"_s.arg(name, QString::number(number));
    return free;
}

void ProfileStore::lend(const Account &account)
{
    m_lent.removeIf([&account](const Account &one) { return one.id == account.id; });
    m_lent.append(account);
    reload();
}

bool ProfileStore::isLent(const QString &accountId) const
{
    return find(m_lent, accountId) != nullptr;
}

Core::Result<void> ProfileStore::save(const Account &account)
{
    if (isLent(account.id)) {
        lend(account);
        return {};
    }
    auto written = m_accountFolder.write(account.id, toJson(account));
    reload();
    return written;
}

Core::Result<void> ProfileStore::save(const Profile &profile)
{
    auto written = m_profileFolder.write(profile.id, toJson(profile));
    reload();
    return written;
}

Core::Result<void> ProfileStore::removeAccount(const QString &id)
{
    if (m_lent.removeIf([&id](const Account &one) { return one.id == id; }) > 0) {
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

void ProfileStore::reload()
{
    watch(); // before reading: what changes in between is read twice, and not missed
    QList<Fault> faults;
    QList<Account> accounts = readAll<Account>(m_accountFolder, accountFromJson, faults);
    accounts += m_lent;
    sortByName(accounts);
    QList<Profile> profiles = readAll<Profile>(m_profileFolder, profileFromJson, faults);
    // Setting a file aside changes the folder: without this the next reading would end the report.
    std::ranges::copy_if(m_faults, std::back_inserter(faults), [&faults](const Fault &fault) {
        return fault.kind == Fault::Kind::SetAside && !faults.contains(fault);
    });
    std::ranges::sort(faults, {}, &Fault::path);

    if (accounts == m_accounts && profiles == m_profiles && faults == m_faults)
        return;
    m_accounts = std::move(accounts);
    m_profiles = std::move(profiles);
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
