#pragma once

#include "profiles/account.h"
#include "profiles/jsonfolder.h"
#include "profiles/profile.h"

#include <QFileSystemWatcher>
#include <QObject>

namespace Profiles {

// An account or profile that a later version of this program wrote: it is left as it is, and can only be shown and
// removed.
struct LaterRecord
{
    QString id;
    QString name; // its id where none is told
    QString accountId; // of a profile; empty where none is told

    friend bool operator==(const LaterRecord &, const LaterRecord &) = default;
};

// All accounts and profiles of a user, as files in `folder`/accounts and `folder`/profiles (see JsonFolder), which are
// made. What another copy of the program saves or removes there is seen; of two that save the same one, the last wins.
// Files that hold no account or profile, or that of another file's id, are set aside, but for those of a later version,
// which stay as they are. On the thread it was made in.
class ProfileStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileStore)

public:
    explicit ProfileStore(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; } // by name
    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; } // by name
    [[nodiscard]] const QList<LaterRecord> &laterAccounts() const { return m_laterAccounts; } // by name
    [[nodiscard]] const QList<LaterRecord> &laterProfiles() const { return m_laterProfiles; } // by name
    [[nodiscard]] const QList<JsonFolder::Fault> &faults() const
    {
        return m_faults;
    } // now, and what was set aside meanwhile

    [[nodiscard]] const Account *account(const QString &id) const; // until the next change; null when unknown
    [[nodiscard]] const Profile *profile(const QString &id) const;
    [[nodiscard]] const LaterRecord *laterAccount(const QString &id) const;
    [[nodiscard]] const LaterRecord *laterProfile(const QString &id) const;
    [[nodiscard]] QList<Profile> profilesOf(const QString &accountId) const;
    [[nodiscard]] QStringList usersOf(const QString &accountId) const; // names of all profiles, also of a later version

    struct Naming
    {
        QString profileId;
        QString name;
    };

    // For a profile to be called `name`: that, or with a number behind it while another one is called so, in whatever
    // case.
    [[nodiscard]] QString freeName(const Naming &wanted) const;

    // An account of this program alone, such as one of sample data: listed and saved like the others, but never in a
    // file.
    void addForSession(const Account &account);
    [[nodiscard]] bool isForSession(const QString &accountId) const;

    // New ones have an id of newId(). Errors are Disk, with the cause Core::LaterVersion for what would be overwritten;
    // InvalidInput for an id that is none.
    [[nodiscard]] Core::Result<void> save(const Account &account);
    [[nodiscard]] Core::Result<void> save(const Profile &profile);
    [[nodiscard]] Core::Result<void> removeAccount(const QString &id);
    [[nodiscard]] Core::Result<void> removeProfile(const QString &id);

    void reload();

Q_SIGNALS:
    void changed(); // accounts, profiles or faults; also by another program

private:
    void watch();

    JsonFolder m_accountFolder;
    JsonFolder m_profileFolder;
    QList<Account> m_forSession;
    QList<Account> m_accounts; // with those
    QList<Profile> m_profiles;
    QList<LaterRecord> m_laterAccounts;
    QList<LaterRecord> m_laterProfiles;
    QList<JsonFolder::Fault> m_faults;
    QFileSystemWatcher m_watcher;
};

} // namespace Profiles
