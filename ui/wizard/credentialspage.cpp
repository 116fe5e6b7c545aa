#include "ui/wizard/credentialspage.h"

#include "ui/forms/credentialsform.h"
#include "ui/look/banner.h"
#include "ui/look/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWizard>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

CredentialsPage::CredentialsPage(WizardContext &context, QWidget *parent)
    : Page(tr("Credentials"), parent), m_context(context), m_import(new Banner(this)), m_form(new CredentialsForm(this))
{
    explain(context.secrets.isPersistent()
                ? tr("The credentials used to sign in to Domo and Workiva. Secrets are stored in the system keychain.")
                : tr("The credentials used to sign in to Domo and Workiva. The system keychain is not available: "
                     "secrets are kept only until this program ends."));
    body()->addWidget(m_import);
    body()->addWidget(scrolled(m_form));
    setFocusProxy(m_form);
    connect(m_form, &CredentialsForm::changed, this, &CredentialsPage::stopCheck);
    connect(m_form, &CredentialsForm::changed, this, &CredentialsPage::edited);
    connect(m_form, &CredentialsForm::stopWanted, this, &CredentialsPage::stopCheck);
    connect(m_form, &CredentialsForm::accountChosen, this, &CredentialsPage::chosen);
    connect(&m_check, &Setup::CredentialsCheck::checked, this, &CredentialsPage::checked);

    m_form->setAccounts(context.store.accounts());
    const QString first = context.draft.firstAccount();
    if (!first.isEmpty())
        m_form->chooseAccount(first);
    else if (context.draft.isImport() && !context.store.accounts().isEmpty())
        m_form->askForAccount();
    announceImport();
}

void CredentialsPage::announceImport()
{
    const Setup::WritebackDraft &draft = m_context.draft;
    m_import->setVisible(draft.isImport());
    if (!draft.isImport())
        return;
    const Profiles::Profile &profile = draft.profile;
    const Profiles::Account *account = m_context.store.account(draft.firstAccount());
    const QString use = account
        ? tr("It will use the account \"%1\", unless you choose another one.").arg(account->name)
        : m_context.store.accounts().isEmpty() ? tr("It will use the account that you enter here.")
                                               : tr("Choose the account that it will use.");
    const QString what =
        tr("It writes the DataSet \"%1\" to %2 of \"%3\" in the spreadsheet \"%4\".")
            .arg(profile.dataSetName, profile.region.toString(), profile.sheetPath, profile.spreadsheetName);
    m_import->show(Words::Tone::Note, tr("You are importing the writeback \"%1\"").arg(profile.name),
                   what + u' ' + tr("The file contains no account.") + u' ' + use);
}

QString CredentialsPage::missing() const
{
    return m_check.isWaiting() ? tr("Checking the credentials.") : m_form->missing();
}

bool CredentialsPage::validatePage()
{
    if (m_check.isAccepted())
        return true;
    m_isSilent = false;
    check();
    return false; // continues in checked()
}

bool CredentialsPage::check()
{
    const auto login = m_form->draft().logins();
    if (!login) {
        m_form->clearChecks();
        m_form->show(login.error().service, Core::propagate(login));
        return false;
    }
    m_form->showChecking();
    m_check.ask(*login, m_context.proxy);
    checkMissing();
    return true;
}

void CredentialsPage::signIn()
{
    if (m_context.catalogue || m_isSilent || m_check.isWaiting())
        return;
    m_isSilent = true;
    if (!m_isReading)
        signInWithStored();
}

void CredentialsPage::stopSignIn()
{
    m_form->stop();
}

void CredentialsPage::signInWithStored()
{
    if ((m_form->missing().isEmpty() && check()) || !std::exchange(m_isSilent, false))
        return;
    Q_EMIT notSignedIn();
}

void CredentialsPage::checked(Core::Service service, const Core::Result<Setup::Grant> &said)
{
    m_form->show(service, said);
    m_context.draft.account = m_form->draft(); // including the services' responses
    checkMissing();
    if (m_check.isWaiting())
        return;
    const bool isSilent = std::exchange(m_isSilent, false);
    if (!m_check.isAccepted()) {
        if (isSilent)
            Q_EMIT notSignedIn();
        return;
    }
    m_context.catalogue = m_check.catalogue();
    Q_EMIT signedIn();
    if (!isSilent)
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
    m_isSilent = false;
    m_context.catalogue = nullptr;
    checkMissing();
}

void CredentialsPage::chosen(const QString &accountId)
{
    stopCheck();
    setSample(m_context.store.isForSession(accountId));
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
    m_isReading = true;
    m_context.secrets.readBoth(
        accountId, this, [this, accountId](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
            m_isReading = false;
            m_form->showSecrets(accountId, domo, workiva);
            checkMissing();
            if (m_isSilent)
                signInWithStored();
        });
}

} // namespace Ui
