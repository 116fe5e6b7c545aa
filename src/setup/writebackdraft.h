#pragma once

#include "profiles/profile.h"
#include "setup/accountdraft.h"

#include <QStringList>

namespace Setup {

// Name and description of a writeback.
struct Naming
{
    QString name;
    QString description;
};

// A writeback while it is being created or edited: everything that the wizard collects, and what follows from it.
// Nothing is stored until entries() are. The stores must outlive it.
class WritebackDraft final
{
public:
    // `before`: an empty profile for a new writeback.
    WritebackDraft(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Profiles::Profile &before);

    AccountDraft account; // once both services have accepted it; until then, the profile's account stays
    Profiles::Profile profile; // may be set by anyone, except account and naming

    [[nodiscard]] bool isNew() const; // and not stored yet
    [[nodiscard]] bool isImport() const { return m_isImport; } // from a file, without an account

    void touch() { m_isChanged = true; } // the user entered something, even a name without a match
    [[nodiscard]] bool isChanged() const { return m_isChanged; }

    // The initially selected account: the profile's, or for a new profile the first one that is not for this session
    // only, and for an import only if there is no other; empty: none.
    [[nodiscard]] QString firstAccount() const;
    // Names of other writebacks that use an account and are affected by its changes.
    [[nodiscard]] QStringList alsoUsing(const QString &accountId) const;

    void setName(const QString &name); // surrounding spaces are removed, as below
    void setDescription(const QString &description);
    // A new proposal replaces the last one, unless the user has entered something else. A number is appended to the
    // name if another writeback has it.
    void propose(const Naming &proposal);
    void setProposed(const Naming &proposal); // restores what was proposed when the writeback was stored

    enum class NameFault { None, Missing, Taken };
    [[nodiscard]] NameFault nameFault() const; // current: another instance of the program may have used the name

    void giveIds(); // for a new account and profile
    // The entries to store: account, its secrets, profile.
    [[nodiscard]] std::vector<Commit::Entry> entries() const;

private:
    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    Naming m_proposed;
    bool m_isImport;
    bool m_isChanged = false;
};

} // namespace Setup
