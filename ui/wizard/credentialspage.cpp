#include "ui/wizard/credentialspage.h"

#include "ui/forms/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWizard>

namespace Desktop {

CredentialsPage::CredentialsPage(WizardContext &context, QWidget *parent)
    : QWizardPage(parent), m_context(context), m_form(new CredentialsForm(this))
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
    connect(m_form, &CredentialsForm::accountChosen, this, &CredentialsPage::readSecrets);

    const QList<Profiles::Account> &accounts = context.store.accounts();
    m_form->setAccounts(accounts);
    if (!context.profile.accountId.isEmpty())
        m_form->chooseAccount(context.profile.accountId);
    else if (!accounts.isEmpty())
        m_form->chooseAccount(accounts.first().id);
}

bool CredentialsPage::isComplete() const
{
    return m_form->isComplete() && m_waiting == 0;
}

bool CredentialsPage::validatePage()
{
    if (m_accepted == 2)
        return true;
    const CredentialsForm::Entry entry = m_form->entry();
    const auto login = Setup::loginOf(entry.account, entry.domoSecret, entry.workivaSecret);
    if (!login) {
        m_form->show({.service = Core::Service::Workiva, .error = login.error(), .customer = {}, .scopes = {}});
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

void CredentialsPage::readSecrets(const QString &accountId)
{
    edited();
    if (accountId.isEmpty())
        return;
    m_form->showReading();
    m_context.secrets.read(accountId, Profiles::Secret::Domo, this,
                           [this, accountId](const Core::Result<QString> &domo) {
                               m_context.secrets.read(accountId, Profiles::Secret::Workiva, this,
                                                      [this, accountId, domo](const Core::Result<QString> &workiva) {
                                                          showSecrets(accountId, domo, workiva);
                                                      });
                           });
}

void CredentialsPage::showSecrets(const QString &accountId, const Core::Result<QString> &domo,
                                  const Core::Result<QString> &workiva)
{
    const CredentialsForm::Entry entry = m_form->entry();
    if (entry.account.id != accountId || !entry.domoSecret.isEmpty() || !entry.workivaSecret.isEmpty())
        return; // another account was chosen in the meantime, or the user began to type
    m_form->setSecrets(domo.value_or(QString()), workiva.value_or(QString()));
    m_form->showReadFaults(domo, workiva);
    Q_EMIT completeChanged();
}

} // namespace Desktop
