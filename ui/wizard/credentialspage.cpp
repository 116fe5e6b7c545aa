#include "ui/wizard/credentialspage.h"

#include "ui/forms/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWizard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Desktop {

CredentialsPage::CredentialsPage(WizardContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_form(new CredentialsForm(this))
{
    setTitle(tr("Credentials"));
    setSubTitle(
        context.secrets.isLasting()
            ? tr("Who asks at Domo and at Workiva. Secrets are kept in the system's keychain.")
            : tr("Who asks at Domo and at Workiva. The system's keychain cannot be used: secrets are kept until "
                 "this program ends."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolled(m_form));
    connect(m_form, &CredentialsForm::changed, this, &CredentialsPage::edited);
    connect(m_form, &CredentialsForm::stopWanted, this, &CredentialsPage::edited);
    connect(m_form, &CredentialsForm::accountChosen, this, &CredentialsPage::chosen);

    const QList<Profiles::Account> &accounts = context.store.accounts();
    m_form->setAccounts(accounts);
    if (!context.profile.accountId.isEmpty()) {
        m_form->chooseAccount(context.profile.accountId);
    } else if (const auto own = std::ranges::find_if_not(
                   accounts, [&context](const Profiles::Account &one) { return context.store.isLent(one.id); });
               own != accounts.end()) {
        m_form->chooseAccount(own->id);
    }
}

QString CredentialsPage::missing() const
{
    return m_waiting > 0 ? tr("Domo and Workiva are being asked.") : m_form->missing();
}

bool CredentialsPage::validatePage()
{
    if (m_accepted == 2)
        return true;
    const CredentialsForm::Entry entry = m_form->entry();
    const auto login = Setup::loginOf(entry.account, entry.domoSecret, entry.workivaSecret);
    if (!login) {
        m_form->clearChecks();
        m_form->show({.service = login.error().service, .error = login.error(), .customer = {}, .scopes = {}});
        return false;
    }
    m_context.catalogue = std::make_unique<Setup::Catalogue>(*login);
    connect(m_context.catalogue.get(), &Setup::Catalogue::checked, this, &CredentialsPage::checked);
    m_waiting = 2;
    m_accepted = 0;
    m_form->showChecking();
    m_context.catalogue->check();
    Q_EMIT completeChanged();
    return false; // checked() goes on
}

void CredentialsPage::checked(const Setup::ServiceCheck &check)
{
    m_form->show(check);
    --m_waiting;
    m_accepted += !check.error;
    m_context.entry = m_form->entry(); // with what the services told of it
    m_context.loaded = m_form->loaded();
    Q_EMIT completeChanged();
    if (m_accepted == 2)
        QMetaObject::invokeMethod(this, &CredentialsPage::goOn, Qt::QueuedConnection);
}

void CredentialsPage::goOn()
{
    if (m_accepted == 2 && wizard()->currentPage() == this) // the user may have been faster
        wizard()->next();
}

void CredentialsPage::edited()
{
    m_waiting = 0;
    m_accepted = 0;
    m_context.catalogue.reset(); // answers to what was entered before are of no use
    Q_EMIT completeChanged();
}

void CredentialsPage::chosen(const QString &accountId)
{
    edited();
    if (accountId.isEmpty())
        return;
    QStringList others;
    for (const Profiles::Profile &profile : m_context.store.profilesOf(accountId)) {
        if (profile.id != m_context.profile.id)
            others.append(profile.name);
    }
    if (m_context.store.isLent(accountId)) {
        m_form->setFixed(true);
        m_form->setNote(tr("This account belongs to the sample data. Choose \"New account\" to enter your own."));
    } else if (!others.isEmpty()) {
        m_form->setNote(tr("What you change here is changed for %1, too.").arg(others.join(u", "_s)));
    }
    m_form->showReading();
    m_context.secrets.readBoth(
        accountId, this, [this, accountId](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
            m_form->showSecrets(accountId, domo, workiva);
            Q_EMIT completeChanged();
        });
}

} // namespace Desktop
