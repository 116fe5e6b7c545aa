#pragma once

#include "profiles/account.h"
#include "profiles/jsonfolder.h"
#include "profiles/profile.h"

#include <QFileSystemWatcher>
#include <QObject>

namespace Profiles {

// An account or profile written by a later version of this program: it is left untouched, and can only be displayed and
// removed.
struct LaterRecord
{
    QString id;
    QString name; // its ID if it has no name
    QString accountId; // of a profile; empty if it has none

    friend bool operator==(const LaterRecord &, const LaterRecord &) = default;
};

// All accounts and profiles of a user, as files in `folder`/accounts and `folder`/profiles (see JsonFolder), which are
// created. Changes by another instance of the program are noticed; if both save the same record, the last one wins.
// Files that contain no account or profile, or that have another file's ID, are renamed, except those of a later
// version, which are left untouched. Used on the thread that created it.
class ProfileStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileStore)

public:
    explicit ProfileStore(const QString &folder, QObject *parent = nullptr);
    [[nodiscard]] static QStringList folderNames(); // that it creates in `folder`

    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; } // by name
    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; } // by name
    [[nodiscard]] const QList<LaterRecord> &laterAccounts() const { return m_laterAccounts; } // by name
    [[nodiscard]] const QList<LaterRecord> &laterProfiles() const { return m_laterProfiles; } // by name
    [[nodiscard]] const QList<JsonFolder::Fault> &faults() const
    {
        return m_faults;
    } // current ones, and files renamed until now

    [[nodiscard]] const Account *account(const QString &id) const; // valid until the next change; null if unknown
    [[nodiscard]] const Profile *profile(const QString &id) const;
    [[nodiscard]] const LaterRecord *laterAccount(const QString &id) const;
    [[nodiscard]] const LaterRecord *laterProfile(const QString &id) const;
    [[nodiscard]] QList<Profile> profilesOf(const QString &accountId) const;
    // Names of all profiles that use it, including a later version's.
    [[nodiscard]] QStringList usersOf(const QString &accountId) const;

    struct Naming
    {
        QString profileId;
        QString name;
    };

    // The name for a profile that should be called `wanted.name`: with a number appended while another one has that
    // name, ignoring case.
    [[nodiscard]] QString freeName(const Naming &wanted) const;

    // An account of this program run only, such as the one of the sample data: listed and saved like the others, but
    // never in a file.
    void addForSession(const Account &account);
    [[nodiscard]] bool isForSession(const QString &accountId) const;
    // Likewise a profile, such as one that is run from a file.
    void addProfileForSession(const Profile &profile);
    [[nodiscard]] bool isProfileForSession(const QString &profileId) const;
    [[nodiscard]] QList<Profile> keptProfiles() const; // the others

    // New ones need an ID from newId(). Errors are Disk, with the cause Core::LaterVersion if such a record would be
    // overwritten; InvalidInput if the ID is invalid.
    [[nodiscard]] Core::Result<void> save(const Account &account);
    [[nodiscard]] Core::Result<void> save(const Profile &profile);
    [[nodiscard]] Core::Result<void> removeAccount(const QString &id);
    [[nodiscard]] Core::Result<void> removeProfile(const QString &id);

    // Several at once, with one changed(): all, or none if one cannot be saved.
    [[nodiscard]] Core::Result<void> save(const QList<Profile> &profiles);

    // A removed profile, to put it back with its ID: the content of its file, also of one that a later version wrote.
    struct Removed
    {
        QString id;
        QJsonObject document; // empty: the file was already gone
    };
    [[nodiscard]] Core::Result<Removed> takeProfile(const QString &id); // removes it
    [[nodiscard]] Core::Result<void> putBack(const Removed &removed); // unless it exists again

    void reload();

Q_SIGNALS:
    void changed(); // accounts, profiles or faults; also by another instance

private:
    void watch();

    JsonFolder m_accountFolder;
    JsonFolder m_profileFolder;
    QList<Account> m_forSession;
    QList<Profile> m_profilesForSession;
    QList<Account> m_accounts; // including those for the session
    QList<Profile> m_profiles; // likewise
    QList<LaterRecord> m_laterAccounts;
    QList<LaterRecord> m_laterProfiles;
    QList<JsonFolder::Fault> m_faults;
    QFileSystemWatcher m_watcher;
};

} // namespace Profiles
