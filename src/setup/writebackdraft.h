#pragma once

#include "profiles/profile.h"
#include "setup/accountdraft.h"

#include <QStringList>

namespace Setup {

// What a writeback is called.
struct Naming
{
    QString name;
    QString description;
};

// A writeback while it is set up or changed: all that the wizard collects, and what follows from it. Nothing is stored
// before entries() are. The stores have to outlive it.
class WritebackDraft final
{
public:
    // `before`: an empty one for a new writeback.
    WritebackDraft(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const Profiles::Profile &before);

    AccountDraft account; // once both services have accepted it
    Profiles::Profile profile; // all but the account and the naming is anybody's to set

    [[nodiscard]] bool isNew() const; // and not stored yet

    void touch() { m_isChanged = true; } // the user entered something, were it a name that nothing is found for yet
    [[nodiscard]] bool isChanged() const { return m_isChanged; }

    // The account to begin with: the profile's, for a new one the first that is not there for the session alone; empty:
    // none.
    [[nodiscard]] QString firstAccount() const;
    // The names of the other writebacks that use an account: what is changed of it is changed for them, too.
    [[nodiscard]] QStringList alsoUsing(const QString &accountId) const;

    void setName(const QString &name); // spaces around it are dropped, as below
    void setDescription(const QString &description);
    // A new proposal takes the place of the last, unless the user has entered something else. The name is numbered when
    // another writeback has it.
    void propose(const Naming &proposal);
    void setProposed(const Naming &proposal); // is what was proposed when the writeback was stored

    enum class NameFault { None, Missing, Taken };
    [[nodiscard]] NameFault nameFault() const; // now: another copy of the program may take a name

    void giveIds(); // to what is new: account and profile
    // What storing it takes: the account, its secrets, the profile.
    [[nodiscard]] std::vector<Commit::Entry> entries() const;

private:
    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    Naming m_proposed;
    bool m_isChanged = false;
};

} // namespace Setup
