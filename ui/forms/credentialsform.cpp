#include "ui/forms/credentialsform.h"

#include "core/pasted.h"
#include "ui/forms/secretfield.h"
#include "ui_credentialsform.h"
#include "words/errortext.h"

#include <QMessageBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

// Whether the error is about a service's address rather than the credentials.
bool isOfAddress(Core::ErrorKind kind)
{
    using Core::ErrorKind;
    switch (kind) {
    case ErrorKind::BadAddress:
    case ErrorKind::NoNetwork:
    case ErrorKind::ProxyRefused:
    case ErrorKind::TlsUntrusted:
    case ErrorKind::ForeignHost:
    case ErrorKind::NotFound:
    case ErrorKind::BadReply: return true;
    default: return false;
    }
}

} // namespace

CredentialsForm::CredentialsForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<CredentialsFields>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->name);
    m_ui->region->addItem(tr("US (app.wdesk.com)"), u"us"_s);
    m_ui->region->addItem(tr("EU (eu.wdesk.com)"), u"eu"_s);
    m_ui->region->addItem(tr("APAC (apac.wdesk.com)"), u"apac"_s);
    for (QLabel *heading : {m_ui->domoHeading, m_ui->workivaHeading})
        heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    m_domoSecret = new SecretField(m_ui->domoSecret, m_ui->replaceDomo, this);
    m_workivaSecret = new SecretField(m_ui->workivaSecret, m_ui->replaceWorkiva, this);
    for (const SecretField *secret : {m_domoSecret, m_workivaSecret})
        connect(secret, &SecretField::typed, this, [this] { m_reading = false; });
    connect(m_domoSecret, &SecretField::changed, this, [this] { edited({m_ui->domoStatus}); });
    connect(m_workivaSecret, &SecretField::changed, this, [this] { edited({m_ui->workivaStatus}); });
    setAccounts({});

    for (QLineEdit *field : {m_ui->domoClientId, m_ui->domoSecret, m_ui->domoUrl})
        connect(field, &QLineEdit::textEdited, this, [this] { edited({m_ui->domoStatus}); });
    for (QLineEdit *field : {m_ui->workivaClientId, m_ui->workivaSecret, m_ui->workivaUrl})
        connect(field, &QLineEdit::textEdited, this, [this] { edited({m_ui->workivaStatus}); });
    connect(m_ui->name, &QLineEdit::textEdited, this, [this] { edited({}); });
    connect(m_ui->domoClientId, &QLineEdit::textEdited, this, [this] { m_account.domoInstance.clear(); });
    connect(m_ui->region, &QComboBox::activated, this, [this] { edited({m_ui->workivaStatus}); });
    connect(m_ui->addresses, &QCheckBox::toggled, this, [this] {
        unfold();
        edited({m_ui->domoStatus, m_ui->workivaStatus});
    });
    connect(m_ui->account, &QComboBox::activated, this, [this] {
        chooseAccount(m_ui->account->currentData().toString());
        Q_EMIT changed();
    });
    for (const StatusLine *status : {m_ui->domoStatus, m_ui->workivaStatus})
        connect(status, &StatusLine::stopWanted, this, &CredentialsForm::stopped);
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
    Q_EMIT accountChosen(m_account.id); // that of a new account if it is unknown
}

void CredentialsForm::setFixed(bool fixed)
{
    for (SecretField *secret : {m_domoSecret, m_workivaSecret})
        secret->setFixed(fixed);
    for (QLineEdit *field : {m_ui->name, m_ui->domoClientId, m_ui->workivaClientId, m_ui->domoUrl, m_ui->workivaUrl}) {
        field->setReadOnly(fixed);
        QPalette colours; // the application's
        if (fixed)
            colours.setBrush(QPalette::Base, palette().window()); // looks like a field that is not editable
        field->setPalette(colours);
    }
    m_ui->region->setEnabled(!fixed);
    m_ui->addresses->setEnabled(!fixed);
}

void CredentialsForm::setNote(const QString &text)
{
    m_ui->accountNote->say(text);
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
    m_domoSecret->clear();
    m_workivaSecret->clear();
    m_reading = false;
    setFixed(false);
    setNote({});
    m_ui->region->setCurrentIndex(std::max(0, m_ui->region->findData(account.baseUrlRegion)));
    m_ui->addresses->setChecked(account.baseUrlRegion == "custom"_L1);
    unfold();
    m_ui->domoUrl->setText(account.domoUrl.toString());
    m_ui->workivaUrl->setText(account.workivaUrl.toString());
    clearChecks();
    m_stored = entered();
    m_loading = false;
}

Setup::AccountDraft CredentialsForm::draft() const
{
    return {.entered = entered(), .stored = m_stored};
}

Setup::Credentials CredentialsForm::entered() const
{
    Setup::Credentials entry{m_account, m_domoSecret->secret(), m_workivaSecret->secret()};
    Profiles::Account &account = entry.account;
    account.name = Core::trimmed(m_ui->name->text());
    account.domoClientId = Core::trimmed(m_ui->domoClientId->text());
    account.workivaClientId = Core::trimmed(m_ui->workivaClientId->text());
    const bool custom = m_ui->addresses->isChecked();
    account.baseUrlRegion = custom ? u"custom"_s : m_ui->region->currentData().toString();
    account.domoUrl = custom ? Setup::serviceAddressIn(m_ui->domoUrl->text()) : QUrl();
    account.workivaUrl = custom ? Setup::serviceAddressIn(m_ui->workivaUrl->text()) : QUrl();
    return entry;
}

QString CredentialsForm::missing() const
{
    using Missing = Setup::AccountDraft::Missing;
    switch (draft().missing()) {
    case Missing::Nothing: return {};
    case Missing::Name: return tr("Enter an account name.");
    case Missing::DomoClientId: return tr("Enter the Domo Client ID.");
    case Missing::DomoClientSecret: return tr("Enter the Domo Client Secret.");
    case Missing::WorkivaClientId: return tr("Enter the Workiva Client ID.");
    case Missing::WorkivaClientSecret: return tr("Enter the Workiva Client Secret.");
    case Missing::WorkivaAddress: return tr("Enter the Workiva address.");
    }
    Q_UNREACHABLE();
}

void CredentialsForm::showReading()
{
    m_reading = true;
    for (const auto &[field, status] :
         {std::pair(m_ui->domoSecret, m_ui->domoStatus), std::pair(m_ui->workivaSecret, m_ui->workivaStatus)}) {
        placeBelow(field, status);
        status->showWaiting(tr("Reading the secret from the system keychain…"));
    }
}

void CredentialsForm::showSecrets(const QString &accountId, const Core::Result<QString> &domo,
                                  const Core::Result<QString> &workiva)
{
    if (accountId != m_account.id)
        return; // another account has been chosen in the meantime
    m_stored.domoSecret = domo.value_or(QString());
    m_stored.workivaSecret = workiva.value_or(QString());
    if (!std::exchange(m_reading, false))
        return;
    clearChecks();
    m_domoSecret->setStored(m_stored.domoSecret);
    m_workivaSecret->setStored(m_stored.workivaSecret);
    // A missing secret needs no message: its field is empty.
    for (const auto &[service, secret] :
         {std::pair(Core::Service::Domo, domo), std::pair(Core::Service::Workiva, workiva)}) {
        if (!secret && secret.error().kind != Core::ErrorKind::NotFound)
            say(service, Core::propagate(secret));
    }
}

void CredentialsForm::stopped()
{
    m_reading = false;
    clearChecks();
    Q_EMIT stopWanted();
}

void CredentialsForm::showChecking()
{
    clearChecks();
    m_ui->domoStatus->showWaiting(tr("Checking Domo…"));
    m_ui->workivaStatus->showWaiting(tr("Checking Workiva…"));
}

void CredentialsForm::show(Core::Service service, const Core::Result<Setup::Grant> &said)
{
    const bool isFirstFault = !said && !m_hasFault;
    say(service, said);
    if (isFirstFault)
        goTo(fieldOf(service, said));
}

void CredentialsForm::goTo(QWidget *field)
{
    for (SecretField *secret : {m_domoSecret, m_workivaSecret}) {
        if (secret->field() == field)
            return secret->setFocus();
    }
    field->setFocus();
}

void CredentialsForm::say(Core::Service service, const Core::Result<Setup::Grant> &said)
{
    StatusLine *status = service == Core::Service::Domo ? m_ui->domoStatus : m_ui->workivaStatus;
    placeBelow(fieldOf(service, said), status);
    if (!said) {
        m_hasFault = true;
        status->say(Words::errorLine(said.error()));
        return;
    }
    if (service == Core::Service::Domo)
        m_account.domoInstance = said->customer;
    QString who = said->customer.isEmpty() ? tr("Accepted.") : tr("Accepted for %1.").arg(said->customer);
    if (!said->scopes.isEmpty())
        who += u' ' + tr("Scopes: %1").arg(said->scopes.join(u", "_s));
    status->say({Words::Tone::Ok, who});
}

QWidget *CredentialsForm::fieldOf(Core::Service service, const Core::Result<Setup::Grant> &said) const
{
    const bool domo = service == Core::Service::Domo;
    if (said || !isOfAddress(said.error().kind))
        return domo ? m_ui->domoSecret : m_ui->workivaSecret;
    if (m_ui->addresses->isChecked())
        return domo ? m_ui->domoUrl : m_ui->workivaUrl;
    return domo ? static_cast<QWidget *>(m_ui->domoSecret) : m_ui->region;
}

// In the form, the row below each field with a status is left free.
void CredentialsForm::placeBelow(QWidget *field, StatusLine *status)
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_ui->grid->getItemPosition(m_ui->grid->indexOf(field), &row, &column, &rows, &columns);
    m_ui->grid->addWidget(status, row + 1, column);
}

void CredentialsForm::clearChecks()
{
    m_hasFault = false;
    m_ui->domoStatus->clear();
    m_ui->workivaStatus->clear();
}

// Shows the custom addresses if the base URL region is "custom".
void CredentialsForm::unfold()
{
    const bool custom = m_ui->addresses->isChecked();
    for (QWidget *one : std::initializer_list<QWidget *>{m_ui->region, m_ui->regionLabel})
        one->setVisible(!custom);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_ui->domoUrl, m_ui->domoUrlLabel, m_ui->workivaUrl, m_ui->workivaUrlLabel})
        one->setVisible(custom);
}

// The result for the other service is still valid.
void CredentialsForm::edited(std::initializer_list<StatusLine *> outdated)
{
    if (m_loading)
        return;
    if (!m_reading) {
        for (StatusLine *status : outdated)
            status->clear();
        for (StatusLine *status : {m_ui->domoStatus, m_ui->workivaStatus}) {
            if (status->isWaiting()) // its request is outdated
                status->clear();
        }
    }
    Q_EMIT changed();
}

void CredentialsForm::showHelp()
{
    auto *box = new QMessageBox(
        QMessageBox::Information, tr("How do I get these?"),
        tr("<p><b>Domo</b>: sign in to developer.domo.com, choose <i>My Account – New Client</i>, select the "
           "<i>Data</i> scope, and "
           "copy the Client ID and Client Secret.</p>"
           "<p><b>Workiva</b>: an organization administrator opens <i>Organization Admin – Security – OAuth2 "
           "grants</i>, creates a grant "
           "for your user and workspace with the scopes <i>file:read</i> and <i>file:write</i>, and copies the Client "
           "ID and "
           "Client Secret. The secret is shown only once.</p>"
           "<p>A grant acts as one user in one workspace. That user must be able to edit the spreadsheet.</p>"),
        QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Ui
