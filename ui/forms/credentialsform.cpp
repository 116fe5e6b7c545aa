#include "ui/forms/credentialsform.h"

#include "ui/forms/revealaction.h"
#include "ui_credentialsform.h"
#include "words/errortext.h"

#include <QMessageBox>

namespace Desktop {

namespace {

// A sign and a word, never colour alone.
QString good(const QString &text)
{
    return QStringLiteral("✓ ") + text;
}

QString bad(const QString &text)
{
    return QStringLiteral("✗ ") + text;
}

} // namespace

CredentialsForm::CredentialsForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::CredentialsForm>())
{
    m_ui->setupUi(this);
    m_ui->region->addItem(tr("US (app.wdesk.com)"), QStringLiteral("us"));
    m_ui->region->addItem(tr("EU (eu.wdesk.com)"), QStringLiteral("eu"));
    m_ui->region->addItem(tr("APAC (apac.wdesk.com)"), QStringLiteral("apac"));
    addRevealAction(m_ui->domoSecret);
    addRevealAction(m_ui->workivaSecret);
    setAccounts({});

    for (QLineEdit *field : {m_ui->name, m_ui->domoClientId, m_ui->domoSecret, m_ui->workivaClientId,
                             m_ui->workivaSecret, m_ui->domoUrl, m_ui->workivaUrl})
        connect(field, &QLineEdit::textEdited, this, &CredentialsForm::edited);
    connect(m_ui->region, &QComboBox::activated, this, &CredentialsForm::edited);
    connect(m_ui->addresses, &QGroupBox::toggled, this, [this](bool custom) {
        m_ui->region->setEnabled(!custom);
        edited();
    });
    connect(m_ui->account, &QComboBox::activated, this, [this] {
        chooseAccount(m_ui->account->currentData().toString());
        Q_EMIT changed();
    });
    connect(m_ui->help, &QLabel::linkActivated, this, &CredentialsForm::showHelp);
}

CredentialsForm::~CredentialsForm() = default;

void CredentialsForm::setAccounts(const QList<Profiles::Account> &accounts)
{
    m_accounts = accounts;
    m_ui->account->clear();
    m_ui->account->addItem(tr("New account"), QString());
    for (const Profiles::Account &account : accounts)
        m_ui->account->addItem(account.name, account.id);
    load({});
}

void CredentialsForm::chooseAccount(const QString &id)
{
    m_ui->account->setCurrentIndex(std::max(0, m_ui->account->findData(id)));
    const auto chosen = std::ranges::find(m_accounts, id, &Profiles::Account::id);
    load(chosen == m_accounts.end() ? Profiles::Account() : *chosen);
    Q_EMIT accountChosen(id);
}

void CredentialsForm::setSecrets(const QString &domoSecret, const QString &workivaSecret)
{
    m_ui->domoSecret->setText(domoSecret);
    m_ui->workivaSecret->setText(workivaSecret);
}

void CredentialsForm::hideChoice()
{
    m_ui->account->hide();
    m_ui->accountLabel->hide();
}

void CredentialsForm::load(const Profiles::Account &account)
{
    m_loading = true;
    m_account = account;
    m_ui->name->setText(account.name);
    m_ui->domoClientId->setText(account.domoClientId);
    m_ui->workivaClientId->setText(account.workivaClientId);
    m_ui->domoSecret->clear();
    m_ui->workivaSecret->clear();
    m_ui->region->setCurrentIndex(std::max(0, m_ui->region->findData(account.region)));
    m_ui->addresses->setChecked(account.region == QLatin1String("custom"));
    m_ui->region->setEnabled(!m_ui->addresses->isChecked());
    m_ui->domoUrl->setText(account.domoUrl.toString());
    m_ui->workivaUrl->setText(account.workivaUrl.toString());
    clearChecks();
    m_loading = false;
}

CredentialsForm::Entry CredentialsForm::entry() const
{
    Entry entry{m_account, m_ui->domoSecret->text().trimmed(), m_ui->workivaSecret->text().trimmed()};
    Profiles::Account &account = entry.account;
    account.name = m_ui->name->text().trimmed();
    account.domoClientId = m_ui->domoClientId->text().trimmed();
    account.workivaClientId = m_ui->workivaClientId->text().trimmed();
    const bool custom = m_ui->addresses->isChecked();
    account.region = custom ? QStringLiteral("custom") : m_ui->region->currentData().toString();
    account.domoUrl = custom ? QUrl(m_ui->domoUrl->text().trimmed(), QUrl::StrictMode) : QUrl();
    account.workivaUrl = custom ? QUrl(m_ui->workivaUrl->text().trimmed(), QUrl::StrictMode) : QUrl();
    return entry;
}

bool CredentialsForm::isComplete() const
{
    const Entry entry = this->entry();
    const Profiles::Account &account = entry.account;
    const bool addressed = account.region != QLatin1String("custom") || account.workivaUrl.isValid();
    return addressed && !account.name.isEmpty() && !account.domoClientId.isEmpty() && !account.workivaClientId.isEmpty()
        && !entry.domoSecret.isEmpty() && !entry.workivaSecret.isEmpty();
}

void CredentialsForm::showChecking()
{
    m_ui->domoStatus->setText(tr("Asking Domo …"));
    m_ui->workivaStatus->setText(tr("Asking Workiva …"));
}

void CredentialsForm::show(const Setup::ServiceCheck &check)
{
    QLabel *status = check.service == Core::Service::Domo ? m_ui->domoStatus : m_ui->workivaStatus;
    if (check.error) {
        const Words::ErrorText text = Words::errorText(*check.error);
        status->setText(bad(text.message + u' ' + text.next));
        return;
    }
    QString who = check.customer.isEmpty() ? tr("Accepted.") : tr("Accepted for %1.").arg(check.customer);
    if (!check.scopes.isEmpty())
        who += u' ' + tr("Scopes: %1").arg(check.scopes.join(QStringLiteral(", ")));
    status->setText(good(who));
}

void CredentialsForm::clearChecks()
{
    m_ui->domoStatus->clear();
    m_ui->workivaStatus->clear();
}

void CredentialsForm::edited()
{
    if (m_loading)
        return;
    clearChecks();
    Q_EMIT changed();
}

void CredentialsForm::showHelp()
{
    auto *box = new QMessageBox(
        QMessageBox::Information, tr("How do I get these?"),
        tr("<p><b>Domo</b>: on developer.domo.com sign in, choose <i>My Account – New Client</i>, give it the scope "
           "<i>Data</i>, and "
           "copy the Client ID and the Client Secret.</p>"
           "<p><b>Workiva</b>: an organization administrator opens <i>Organization Admin – Security – OAuth2 "
           "grants</i>, makes a grant "
           "for your user and workspace with the scopes <i>file:read</i> and <i>file:write</i>, and copies the Client "
           "ID and the "
           "Client Secret. The secret is shown once.</p>"
           "<p>A grant acts as one user in one workspace: that user has to be able to edit the spreadsheet.</p>"),
        QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Desktop
