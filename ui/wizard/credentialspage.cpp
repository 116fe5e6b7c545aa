#include "ui/wizard/credentialspage.h"

#include "ui/forms/credentialsform.h"
#include "ui/look/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWizard>

using namespace Qt::StringLiterals;

namespace Ui {

CredentialsPage::CredentialsPage(WizardContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_form(new CredentialsForm(this))
{
    setTitle(tr("Credentials"));
    setSubTitle(context.secrets.isPersistent() ? tr(
                    "The credentials used to sign in to Domo and Workiva. Secrets are stored in the system keychain.")
                                               : tr("The credentials used to sign in to Domo and Workiva. The system "
                                                    "keychain is not available: secrets are "
                                                    "kept only until this program ends."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolled(m_form));
    connect(m_form, &CredentialsForm::changed, this, &CredentialsPage::stopCheck);
    connect(m_form, &CredentialsForm::changed, this, &CredentialsPage::edited);
    connect(m_form, &CredentialsForm::stopWanted, this, &CredentialsPage::stopCheck);
    connect(m_form, &CredentialsForm::accountChosen, this, &CredentialsPage::chosen);
    connect(&m_check, &Setup::CredentialsCheck::checked, this, &CredentialsPage::checked);

    m_form->setAccounts(context.store.accounts());
    if (const QString first = context.draft.firstAccount(); !first.isEmpty())
        m_form->chooseAccount(first);
}

QString CredentialsPage::missing() const
{
    return m_check.isWaiting() ? tr("Checking the credentials.") : m_form->missing();
}

bool CredentialsPage::validatePage()
{
    if (m_check.isAccepted())
        return true;
    const auto login = m_form->draft().logins();
    if (!login) {
        m_form->clearChecks();
        m_form->show(login.error().service, Core::propagate(login));
        return false;
    }
    m_form->showChecking();
    m_check.ask(*login, m_context.proxy);
    m_context.catalogue = m_check.catalogue();
    Q_EMIT completeChanged();
    return false; // continues in checked()
}

void CredentialsPage::checked(Core::Service service, const Core::Result<Setup::Grant> &said)
{
    m_form->show(service, said);
    m_context.draft.account = m_form->draft(); // including the services' responses
    Q_EMIT completeChanged();
    if (m_check.isAccepted())
        QMetaObject::invokeMethod(this, &CredentialsPage::goOn, Qt::QueuedConnection);
}

void CredentialsPage::goOn()
{
    if (m_check.isAccepted() && wizard()->currentPage() == this) // the user may have clicked first
        wizard()->next();
}

void CredentialsPage::stopCheck()
{
    m_check.stop(); // results for the previous entries are outdated
    m_context.catalogue = nullptr;
    Q_EMIT completeChanged();
}

void CredentialsPage::chosen(const QString &accountId)
{
    stopCheck();
    if (accountId.isEmpty())
        return;
    const QStringList others = m_context.draft.alsoUsing(accountId);
    if (m_context.store.isForSession(accountId)) {
        m_form->setFixed(true);
        m_form->setNote(tr("This account belongs to the sample data. Choose \"New account\" to enter your own."));
    } else if (!others.isEmpty()) {
        m_form->setNote(tr("Changes here also apply to %1.").arg(others.join(u", "_s)));
    }
    m_form->showReading();
    m_context.secrets.readBoth(
        accountId, this, [this, accountId](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
            m_form->showSecrets(accountId, domo, workiva);
            Q_EMIT completeChanged();
        });
}

} // namespace Ui
