#include "setup/writebackdraft.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

// The name as proposed, before a number was appended to make it unique.
QString withoutNumber(QString name)
{
    static const QRegularExpression number(u" \\(\\d+\\)$"_s);
    return name.remove(number);
}

} // namespace

WritebackDraft::WritebackDraft(Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                               const Profiles::Profile &before)
    : profile(before)
    , m_store(store)
    , m_secrets(secrets)
    , m_isImport(before.accountId.isEmpty() && !before.dataSetId.isEmpty() && !store.profile(before.id))
{
    setName(store.freeName({.profileId = before.id, .name = before.name.trimmed()}));
    setDescription(before.description);
}

bool WritebackDraft::isNew() const
{
    return !m_store.profile(profile.id);
}

QString WritebackDraft::firstAccount() const
{
    if (!profile.accountId.isEmpty())
        return profile.accountId;
    const QList<Profiles::Account> &accounts = m_store.accounts();
    const auto isOwn = [this](const QString &id) { return !m_store.isForSession(id); };
    const auto own = std::ranges::find_if(accounts, isOwn, &Profiles::Account::id);
    const bool isAmbiguous = m_isImport && std::ranges::count_if(accounts, isOwn, &Profiles::Account::id) > 1;
    return own == accounts.end() || isAmbiguous ? QString() : own->id;
}

QStringList WritebackDraft::alsoUsing(const QString &accountId) const
{
    QStringList names;
    for (const Profiles::Profile &other : m_store.profilesOf(accountId)) {
        if (other.id != profile.id)
            names.append(other.name);
    }
    return names;
}

void WritebackDraft::setName(const QString &name)
{
    profile.name = name.trimmed();
}

void WritebackDraft::setDescription(const QString &description)
{
    profile.description = description.trimmed();
}

void WritebackDraft::propose(const Naming &proposal)
{
    const QString &name = profile.name;
    if (name.isEmpty() || name == m_proposed.name || withoutNumber(name) == m_proposed.name) {
        m_proposed.name = proposal.name;
        profile.name = m_store.freeName({.profileId = profile.id, .name = proposal.name});
    }
    if (profile.description == m_proposed.description) {
        m_proposed.description = proposal.description;
        profile.description = proposal.description;
    }
}

void WritebackDraft::setProposed(const Naming &proposal)
{
    m_proposed = proposal;
}

WritebackDraft::NameFault WritebackDraft::nameFault() const
{
    if (profile.name.isEmpty())
        return NameFault::Missing;
    return profile.name == m_store.freeName({.profileId = profile.id, .name = profile.name}) ? NameFault::None
                                                                                             : NameFault::Taken;
}

void WritebackDraft::giveIds()
{
    if (account.isNamed()) {
        account.giveId();
        profile.accountId = account.entered.account.id;
    }
    if (profile.id.isEmpty())
        profile.id = Profiles::newId();
}

std::vector<Commit::Entry> WritebackDraft::entries() const
{
    std::vector<Commit::Entry> entries = account.entries(m_store, m_secrets);
    entries.push_back(entryOf(m_store, profile));
    return entries;
}

} // namespace Setup
