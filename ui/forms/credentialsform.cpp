#include "ui/forms/credentialsform.h"

#include "ui/forms/revealaction.h"
#include "ui_credentialsform.h"
#include "words/errortext.h"

#include <QHostAddress>
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

// With the scheme that a service has, where it was left out: only this machine's own may do without TLS.
QUrl addressIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.contains(QLatin1String("://")))
        return QUrl(trimmed, QUrl::StrictMode);
    const QUrl local(QStringLiteral("http://") + trimmed, QUrl::StrictMode);
    const bool isLocal = local.host() == QLatin1String("localhost") || QHostAddress(local.host()).isLoopback();
    return isLocal ? local : QUrl(QStringLiteral("https://") + trimmed, QUrl::StrictMode);
}

} // namespace

CredentialsForm::CredentialsForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::CredentialsForm>())
{
    m_ui->setupUi(this);
    m_ui->region->addItem(tr("US (app.wdesk.com)"), QStringLiteral("us"));
    m_ui->region->addItem(tr("EU (eu.wdesk.com)"), QStringLiteral("eu"));
    m_ui->region->addItem(tr("APAC (apac.wdesk.com)"), QStringLiteral("apac"));
    for (QLabel *heading : {m_ui->domoHeading, m_ui->workivaHeading})
        heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    addRevealAction(m_ui->domoSecret);
    addRevealAction(m_ui->workivaSecret);
    setAccounts({});

    for (QLineEdit *field : {m_ui->name, m_ui->domoClientId, m_ui->domoSecret, m_ui->workivaClientId,
                             m_ui->workivaSecret, m_ui->domoUrl, m_ui->workivaUrl})
        connect(field, &QLineEdit::textEdited, this, &CredentialsForm::edited);
    connect(m_ui->domoClientId, &QLineEdit::textEdited, this, [this] { m_account.domoInstance.clear(); });
    connect(m_ui->region, &QComboBox::activated, this, &CredentialsForm::edited);
    connect(m_ui->addresses, &QCheckBox::toggled, this, [this] {
        unfold();
        edited();
    });
    connect(m_ui->account, &QComboBox::activated, this, [this] {
        chooseAccount(m_ui->account->currentData().toString());
        Q_EMIT changed();
    });
    for (const StatusLine *status : {m_ui->domoStatus, m_ui->workivaStatus})
        connect(status, &StatusLine::stopWanted, this, [this] {
            clearChecks();
            Q_EMIT stopWanted();
        });
    connect(m_ui->help, &QPushButton::clicked, this, &CredentialsForm::showHelp);
    unfold();
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
    unfold();
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
    account.domoUrl = custom ? addressIn(m_ui->domoUrl->text()) : QUrl();
    account.workivaUrl = custom ? addressIn(m_ui->workivaUrl->text()) : QUrl();
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

void CredentialsForm::showReading()
{
    for (StatusLine *status : {m_ui->domoStatus, m_ui->workivaStatus})
        status->say(tr("Asking the system's keychain for the secret …"));
}

// One that is not there is to be entered, which the empty field says.
void CredentialsForm::showReadFaults(const Core::Result<QString> &domoSecret,
                                     const Core::Result<QString> &workivaSecret)
{
    clearChecks();
    if (!domoSecret && domoSecret.error().kind != Core::ErrorKind::NotFound)
        show({.service = Core::Service::Domo, .error = domoSecret.error(), .customer = {}, .scopes = {}});
    if (!workivaSecret && workivaSecret.error().kind != Core::ErrorKind::NotFound)
        show({.service = Core::Service::Workiva, .error = workivaSecret.error(), .customer = {}, .scopes = {}});
}

void CredentialsForm::showChecking()
{
    m_ui->domoStatus->sayWaiting(tr("Asking Domo …"));
    m_ui->workivaStatus->sayWaiting(tr("Asking Workiva …"));
}

void CredentialsForm::show(const Setup::ServiceCheck &check)
{
    StatusLine *status = check.service == Core::Service::Domo ? m_ui->domoStatus : m_ui->workivaStatus;
    if (check.error) {
        const Words::ErrorText text = Words::errorText(*check.error);
        status->say(bad(text.message + u' ' + text.next));
        return;
    }
    if (check.service == Core::Service::Domo)
        m_account.domoInstance = check.customer;
    QString who = check.customer.isEmpty() ? tr("Accepted.") : tr("Accepted for %1.").arg(check.customer);
    if (!check.scopes.isEmpty())
        who += u' ' + tr("Scopes: %1").arg(check.scopes.join(QStringLiteral(", ")));
    status->say(good(who));
}

void CredentialsForm::clearChecks()
{
    m_ui->domoStatus->clear();
    m_ui->workivaStatus->clear();
}

// The region says where the services are, or custom addresses do.
void CredentialsForm::unfold()
{
    const bool custom = m_ui->addresses->isChecked();
    for (QWidget *one : std::initializer_list<QWidget *>{m_ui->region, m_ui->regionLabel})
        one->setVisible(!custom);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_ui->domoUrl, m_ui->domoUrlLabel, m_ui->workivaUrl, m_ui->workivaUrlLabel})
        one->setVisible(custom);
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
