#include "ui/forms/credentialsform.h"

#include "core/pasted.h"
#include "ui/forms/fieldwidth.h"
#include "ui/forms/grantrequest.h"
#include "ui/forms/secretfield.h"
#include "ui/forms/sidebyside.h"
#include "ui/look/emphasis.h"
#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/openpage.h"
#include "ui_credentialsform.h"
#include "words/errortext.h"
#include "words/whentext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QUrl domoSite()
{
    return QUrl(u"https://developer.domo.com"_s);
}

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

// Each on a line of its own, as far as the service reports it.
QString factsOf(const Setup::Grant &grant)
{
    QStringList facts{CredentialsForm::tr("Accepted")};
    if (!grant.customer.isEmpty())
        facts.append(CredentialsForm::tr("Organization: %1").arg(grant.customer));
    if (!grant.userId.isEmpty())
        facts.append(grant.role.isEmpty() ? CredentialsForm::tr("User ID: %1").arg(grant.userId)
                                          : CredentialsForm::tr("User ID: %1, role: %2").arg(grant.userId, grant.role));
    if (!grant.scopes.isEmpty())
        facts.append(CredentialsForm::tr("Scopes: %1").arg(grant.scopes.join(u", "_s)));
    if (grant.tokenLife.count() > 0)
        facts.append(CredentialsForm::tr("Each sign-in lasts %1 and is renewed as needed.")
                         .arg(Words::durationText(grant.tokenLife)));
    return facts.join(u'\n');
}

} // namespace

CredentialsForm::CredentialsForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<CredentialsFields>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->name);
    m_ui->region->addItem(tr("US (app.wdesk.com)"), u"us"_s);
    m_ui->region->addItem(tr("EU (eu.wdesk.com)"), u"eu"_s);
    m_ui->region->addItem(tr("APAC (apac.wdesk.com)"), u"apac"_s);
    makeCards();
    m_domoSecret = new SecretField(m_ui->domoSecret, m_ui->replaceDomo, this);
    m_workivaSecret = new SecretField(m_ui->workivaSecret, m_ui->replaceWorkiva, this);
    for (const SecretField *secret : {m_domoSecret, m_workivaSecret})
        connect(secret, &SecretField::typed, this, [this] { m_reading = false; });
    connect(m_domoSecret, &SecretField::changed, this, [this] { edited({m_ui->domoStatus}); });
    connect(m_workivaSecret, &SecretField::changed, this, [this] { edited({m_ui->workivaStatus}); });
    setAccounts({});
    listen();
    unfold();
}

CredentialsForm::~CredentialsForm() = default;

void CredentialsForm::makeCards()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_ui->account, m_ui->accountNote, m_ui->name})
        limitWidth(m_ui->column, field);
    for (QLabel *heading : {m_ui->domoHeading, m_ui->workivaHeading})
        makeHeading(heading);
    for (QPushButton *link : {m_ui->domoLink, m_ui->workivaLink}) {
        makeFlat(link);
        link->setIcon(icon(Icon::Open));
    }
    auto *ways = new FlowLayout(FlowLayout::Widths::Own); // a class that no form file can name
    ways->setSpacing(fontMetrics().height() / 3);
    m_ui->column->insertLayout(m_ui->column->indexOf(m_ui->ways), ways);
    for (QPushButton *way : {m_ui->help, m_ui->copyRequest, m_ui->mailRequest}) {
        makeFlat(way);
        ways->addWidget(way);
    }
    delete m_ui->ways;
    m_ui->copyRequest->setIcon(icon(Icon::Copy));
    m_ui->domoLink->setText(domoSite().host());
    m_ui->domoLink->setToolTip(tr("Open the page where Domo clients are created"));
    QSizePolicy keeping = m_ui->workivaLink->sizePolicy(); // the fields of both services are side by side
    keeping.setRetainSizeWhenHidden(true);
    m_ui->workivaLink->setSizePolicy(keeping);
    m_ui->workivaLink->setToolTip(tr("Open Workiva, where an organization administrator creates grants"));
    const int place = m_ui->column->indexOf(m_ui->domoCard);
    m_ui->column->insertWidget(place, new SideBySide(m_ui->domoCard, m_ui->workivaCard));
}

void CredentialsForm::listen()
{
    for (QLineEdit *field : {m_ui->domoClientId, m_ui->domoSecret, m_ui->domoUrl})
        connect(field, &QLineEdit::textEdited, this, [this] { edited({m_ui->domoStatus}); });
    for (QLineEdit *field : {m_ui->workivaClientId, m_ui->workivaSecret, m_ui->workivaUrl})
        connect(field, &QLineEdit::textEdited, this, [this] { edited({m_ui->workivaStatus}); });
    connect(m_ui->name, &QLineEdit::textEdited, this, [this] { edited({}); });
    connect(m_ui->domoClientId, &QLineEdit::textEdited, this, [this] { m_account.domoInstance.clear(); });
    connect(m_ui->region, &QComboBox::activated, this, [this] {
        showSite();
        edited({m_ui->workivaStatus});
    });
    connect(m_ui->addresses, &QCheckBox::toggled, this, [this] {
        unfold();
        edited({m_ui->domoStatus, m_ui->workivaStatus});
    });
    connect(m_ui->account, &QComboBox::activated, this, [this] {
        chooseAccount(m_ui->account->currentData().toString());
        Q_EMIT changed();
    });
    for (const StatusLine *status : {m_ui->domoStatus, m_ui->workivaStatus})
        connect(status, &StatusLine::stopWanted, this, &CredentialsForm::stop);
    connect(m_ui->help, &QPushButton::clicked, this, &CredentialsForm::showHelp);
    connect(m_ui->domoLink, &QPushButton::clicked, this, [this] { openPage(this, domoSite()); });
    connect(m_ui->workivaLink, &QPushButton::clicked, this,
            [this] { openPage(this, Setup::workivaSite(entered().account)); });
    connect(m_ui->copyRequest, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(grantRequestText()); });
    connect(m_ui->mailRequest, &QPushButton::clicked, this, [this] { openPage(this, grantRequestMail()); });
}

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

void CredentialsForm::askForAccount()
{
    m_ui->account->setPlaceholderText(tr("Choose an account"));
    m_ui->account->setCurrentIndex(-1);
}

void CredentialsForm::setFixed(bool fixed)
{
    for (SecretField *secret : {m_domoSecret, m_workivaSecret})
        secret->setFixed(fixed);
    for (QLineEdit *field : {m_ui->name, m_ui->domoClientId, m_ui->workivaClientId, m_ui->domoUrl, m_ui->workivaUrl})
        field->setReadOnly(fixed);
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
    showSite();
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
    if (m_ui->account->currentIndex() < 0)
        return tr("Choose an account.");
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

void CredentialsForm::stop()
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
    status->say({Words::Tone::Ok, factsOf(*said)});
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

// In the cards, the row below each field with a status is left free.
void CredentialsForm::placeBelow(QWidget *field, StatusLine *status)
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    QGridLayout *card = m_ui->domoGrid->indexOf(field) < 0 ? m_ui->workivaGrid : m_ui->domoGrid;
    card->getItemPosition(card->indexOf(field), &row, &column, &rows, &columns);
    card->addWidget(status, row + 1, 0, 1, card->columnCount());
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
    showSite();
}

void CredentialsForm::showSite()
{
    const QUrl site = Setup::workivaSite(entered().account);
    m_ui->workivaLink->setText(site.host());
    m_ui->workivaLink->setVisible(site.isValid());
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
