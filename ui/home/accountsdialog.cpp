#include "ui/home/accountsdialog.h"

#include "setup/saved.h"
#include "ui/look/firstsize.h"
#include "ui/look/prompt.h"
#include "ui/look/scrolled.h"
#include "ui/look/statusline.h"
#include "words/errortext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

AccountsDialog::AccountsDialog(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, Core::ProxyChoice proxy,
                               QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_proxy(std::move(proxy))
    , m_list(new QListWidget(this))
    , m_form(new CredentialsForm(this))
    , m_use(new QLabel(this))
    , m_said(new StatusLine(this))
{
    setWindowTitle(tr("Accounts"));
    m_list->setAccessibleName(tr("Accounts"));
    m_form->hideChoice();
    m_use->setWordWrap(true);
    m_use->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_new = buttons->addButton(tr("&New"), QDialogButtonBox::ActionRole);
    m_test = buttons->addButton(tr("&Test"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("Save chan&ges"), QDialogButtonBox::ActionRole);
    m_delete = buttons->addButton(tr("De&lete…"), QDialogButtonBox::ActionRole);

    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the others have none

    auto *right = new QVBoxLayout;
    right->addWidget(m_use);
    right->addWidget(scrolled(m_form), 1);
    auto *top = new QHBoxLayout;
    top->addWidget(m_list, 1);
    top->addLayout(right, 2);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    listen();
    QWidget *before = m_new;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_test, m_save, m_delete, buttons->button(QDialogButtonBox::Close), m_list}) {
        setTabOrder(before, next);
        before = next;
    }
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40));
    m_chosen = firstId();
    reload();
}

AccountsDialog::~AccountsDialog() = default;

void AccountsDialog::listen()
{
    connect(m_new, &QPushButton::clicked, this, [this] {
        chooseAnother({});
        m_form->setFocus();
    });
    connect(m_test, &QPushButton::clicked, this, &AccountsDialog::test);
    connect(m_save, &QPushButton::clicked, this, &AccountsDialog::save);
    connect(m_delete, &QPushButton::clicked, this, &AccountsDialog::confirmRemoval);
    // Queued: the list is refilled, which it does not support while it emits a change of the selection.
    const auto later = Qt::QueuedConnection;
    connect(
        m_list, &QListWidget::currentRowChanged, this, [this] { chooseAnother(listedId()); }, later);
    connect(m_form, &CredentialsForm::stopWanted, this, [this] { m_check.stop(); });
    connect(&m_check, &Setup::CredentialsCheck::checked, this,
            [this](Core::Service service, const Core::Result<Setup::Grant> &said) {
                m_form->show(service, said);
                showState(); // the account may have been updated
            });
    connect(m_form, &CredentialsForm::changed, this, [this] {
        m_check.stop(); // results for the previous entries are outdated
        showState();
    });
    connect(&m_store, &Profiles::ProfileStore::changed, this, [this] {
        if (m_store.accounts() == m_shown || m_isBusy)
            return showUse();
        if (!m_form->draft().isChanged())
            return reload();
        m_shown = m_store.accounts(); // keeps what is being entered
        list();
        showUse();
    });
}

QString AccountsDialog::listedId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

QString AccountsDialog::firstId() const
{
    return m_store.accounts().isEmpty() ? QString() : m_store.accounts().first().id;
}

// The saved accounts, and the new one while it is being entered.
void AccountsDialog::list()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Profiles::Account &account : m_shown)
        (new QListWidgetItem(account.name, m_list))->setData(Qt::UserRole, account.id);
    if (m_chosen.isEmpty())
        m_list->addItem(tr("New account"));
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == m_chosen)
            m_list->setCurrentRow(row);
    }
}

void AccountsDialog::reload()
{
    m_shown = m_store.accounts();
    choose(m_chosen.isEmpty() || m_store.account(m_chosen) ? m_chosen : firstId());
}

void AccountsDialog::choose(const QString &id)
{
    m_check.stop();
    m_chosen = m_store.account(id) ? id : QString();
    list();
    m_form->setAccounts(m_shown);
    m_form->chooseAccount(m_chosen);
    if (m_store.isForSession(m_chosen)) {
        m_form->setFixed(true);
        m_form->setNote(tr("This account belongs to the sample data and cannot be changed."));
    }
    showUse();
    if (m_chosen.isEmpty())
        return;
    m_form->showReading();
    m_secrets.readBoth(id, this, [this, id](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
        m_form->showSecrets(id, domo, workiva);
        showState();
    });
}

void AccountsDialog::showUse()
{
    const QStringList names = m_store.usersOf(m_chosen);
    if (m_chosen.isEmpty())
        m_use->setText(tr("A new account holds the credentials for both services."));
    else if (names.isEmpty())
        m_use->setText(tr("No writeback uses this account."));
    else
        m_use->setText(tr("Used by: %1. An account in use cannot be deleted.").arg(names.join(u", "_s)));
    showState();
}

void AccountsDialog::showState()
{
    const Setup::AccountDraft draft = m_form->draft();
    const bool isNew = m_chosen.isEmpty();
    m_form->setEnabled(!m_isBusy);
    m_list->setEnabled(!m_isBusy);
    m_new->setEnabled(!m_isBusy && !isNew);
    m_test->setEnabled(draft.missing() == Setup::AccountDraft::Missing::Nothing);
    m_save->setEnabled(!m_isBusy && draft.canBeStored());
    m_delete->setEnabled(!isNew && !m_isBusy && m_store.usersOf(m_chosen).isEmpty());
}

void AccountsDialog::test()
{
    const auto login = m_form->draft().logins();
    m_form->clearChecks();
    if (!login)
        return m_form->show(login.error().service, Core::propagate(login));
    m_form->showChecking();
    m_check.ask(*login, m_proxy);
}

void AccountsDialog::save()
{
    Setup::AccountDraft draft = m_form->draft();
    draft.giveId();
    const QString id = draft.entered.account.id;
    auto *commit = new Setup::Commit(draft.entries(m_store, m_secrets), &m_store);
    connect(commit, &Setup::Commit::stored, this, [this, id] {
        m_chosen = id;
        ended({Words::Tone::Ok, tr("Saved.")}, true);
    });
    connect(commit, &Setup::Commit::notStored, this,
            [this](const Core::Error &error) { ended(Words::errorLine(error), false); });
    m_isBusy = true;
    commit->start();
    if (m_isBusy)
        begin(tr("Storing the secrets in the system keychain…"));
}

void AccountsDialog::confirmRemoval()
{
    prompt(this,
           {.title = tr("Delete"),
            .text = tr("Delete the account \"%1\" and its two secrets?").arg(m_form->draft().stored.account.name),
            .no = {},
            .yes = tr("&Delete")},
           [this, id = m_chosen] { remove(id); });
}

void AccountsDialog::remove(const QString &id)
{
    begin(tr("Deleting the secrets from the system keychain…"));
    const auto removed = [this, dialog = QPointer(this), id](const Core::Result<void> &account,
                                                             const Core::Result<void> &secrets) {
        if (!dialog)
            return;
        if (!account)
            ended(Words::errorLine(account.error()), false);
        else if (!secrets)
            ended({Words::Tone::Error,
                   tr("The account was deleted, but its secrets may still be in the system keychain, which reported an "
                      "error. Look there for %1 and delete any entries.")
                       .arg(u"\"Workiva Writeback\", \"%1/domo\", \"%1/workiva\""_s.arg(id))},
                  true);
        else
            ended({Words::Tone::Ok, tr("Account and secrets deleted.")}, true);
    };
    Setup::removeAccount(m_store, m_secrets, id, removed);
}

void AccountsDialog::begin(const QString &what)
{
    m_isBusy = true;
    m_said->say({Words::Tone::Waiting, what});
    showState();
}

// After a failure, the entries remain for another attempt.
void AccountsDialog::ended(const Words::Line &how, bool well)
{
    m_isBusy = false;
    well ? reload() : showState();
    m_said->say(how);
    well ? m_list->setFocus() : m_save->setFocus(); // the focus was on a button that had to be disabled
}

// Asks before entries are lost; on Yes they are discarded.
void AccountsDialog::confirmDiscard(const std::function<void()> &then)
{
    prompt(this,
           {.title = tr("Accounts"),
            .text = tr("Your changes to this account are not saved."),
            .no = tr("&Keep editing"),
            .yes = tr("&Discard changes")},
           then);
}

void AccountsDialog::reject()
{
    if (m_form->draft().isChanged() && !m_isBusy)
        confirmDiscard([this] { QDialog::reject(); });
    else
        QDialog::reject();
}

void AccountsDialog::chooseAnother(const QString &wanted)
{
    if (wanted == m_chosen)
        return;
    const auto then = [this, wanted] {
        m_said->clear();
        choose(wanted);
    };
    if (!m_form->draft().isChanged())
        return then();
    list(); // selects the account that the form shows
    confirmDiscard(then);
}

} // namespace Ui
