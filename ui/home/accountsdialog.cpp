#include "ui/home/accountsdialog.h"

#include "ui/forms/scrolled.h"
#include "ui/forms/statusline.h"
#include "ui/forms/tell.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Desktop {

AccountsDialog::AccountsDialog(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_secrets(secrets)
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
    connect(m_test, &QPushButton::clicked, this, &AccountsDialog::test);
    connect(m_save, &QPushButton::clicked, this, &AccountsDialog::save);
    connect(m_delete, &QPushButton::clicked, this, &AccountsDialog::askToRemove);
    connect(m_list, &QListWidget::currentRowChanged, this, &AccountsDialog::chooseAnother);
    connect(m_form, &CredentialsForm::stopWanted, this, [this] { m_catalogue.reset(); });
    connect(m_form, &CredentialsForm::changed, this, [this] {
        m_catalogue.reset(); // answers to what was entered before are of no use
        showState();
    });
    connect(&store, &Profiles::ProfileStore::changed, this, [this] {
        if (m_store.accounts() != m_shown && !m_storing)
            reload();
        else
            showUse(); // what is being entered is kept
    });
    QWidget *before = m_save;
    for (QWidget *next : std::initializer_list<QWidget *>{m_delete, buttons->button(QDialogButtonBox::Close), m_list}) {
        setTabOrder(before, next);
        before = next;
    }
    resize(QSize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40)
               .boundedTo(screen()->availableSize()));
    reload();
}

AccountsDialog::~AccountsDialog() = default;

QString AccountsDialog::chosenId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void AccountsDialog::reload()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Profiles::Account &account : m_store.accounts()) {
            auto *item = new QListWidgetItem(account.name, m_list);
            item->setData(Qt::UserRole, account.id);
        }
        m_list->setCurrentRow(0);
    }
    select(m_chosen);
    m_shown = m_store.accounts();
    m_form->setAccounts(m_shown);
    choose();
}

void AccountsDialog::choose()
{
    const QString id = chosenId();
    m_catalogue.reset();
    m_chosen = id;
    m_form->chooseAccount(id);
    m_form->setVisible(!id.isEmpty());
    if (m_store.isLent(id)) {
        m_form->setFixed(true);
        m_form->setNote(tr("This account belongs to the sample data and cannot be changed."));
    }
    if (id.isEmpty()) {
        m_use->setText(tr("There is no account yet. One is made with the first writeback."));
        return showState();
    }
    m_form->showReading();
    m_secrets.readBoth(id, this, [this, id](const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
        m_form->showSecrets(id, domo, workiva);
        showState();
    });
    showUse();
}

void AccountsDialog::showUse()
{
    QStringList names;
    for (const Profiles::Profile &profile : m_store.profilesOf(chosenId()))
        names.append(profile.name);
    m_use->setText(
        names.isEmpty()
            ? tr("No writeback uses this account.")
            : tr("Used by: %1. It cannot be deleted while it is used.").arg(names.join(QStringLiteral(", "))));
    showState();
}

void AccountsDialog::showState()
{
    const bool any = !chosenId().isEmpty();
    m_test->setEnabled(any && m_form->isComplete());
    m_save->setEnabled(any && !m_storing && m_form->isNamed() && isChanged()
                       && (!hasNewSecrets() || m_form->isComplete()));
    m_delete->setEnabled(any && !m_storing && m_store.profilesOf(chosenId()).isEmpty());
}

bool AccountsDialog::isChanged() const
{
    return m_form->entry().account != m_form->loaded().account || hasNewSecrets();
}

// Those that the keychain has not told, or not yet, are none: an account can be renamed without them.
bool AccountsDialog::hasNewSecrets() const
{
    const CredentialsForm::Entry entry = m_form->entry();
    const CredentialsForm::Entry &loaded = m_form->loaded();
    return (!entry.domoSecret.isEmpty() && entry.domoSecret != loaded.domoSecret)
        || (!entry.workivaSecret.isEmpty() && entry.workivaSecret != loaded.workivaSecret);
}

void AccountsDialog::test()
{
    const CredentialsForm::Entry entry = m_form->entry();
    const auto login = Setup::loginOf(entry.account, entry.domoSecret, entry.workivaSecret);
    if (!login)
        return m_form->show({.service = login.error().service, .error = login.error(), .customer = {}, .scopes = {}});
    m_catalogue = std::make_unique<Setup::Catalogue>(*login);
    connect(m_catalogue.get(), &Setup::Catalogue::checked, m_form,
            qOverload<const Setup::ServiceCheck &>(&CredentialsForm::show));
    connect(m_catalogue.get(), &Setup::Catalogue::checked, this, &AccountsDialog::showState); // it may have learned
    m_form->showChecking();
    m_catalogue->check();
}

// What was begun is done, also when the dialog is closed meanwhile: half an account is of no use to anyone.
void AccountsDialog::save()
{
    const CredentialsForm::Entry entry = m_form->entry();
    const auto store = [this, dialog = QPointer(this), &store = m_store, entry](const Core::Result<void> &kept) {
        const auto stored = kept ? store.save(entry.account) : kept;
        if (dialog)
            ended(stored ? tr("✓ Saved.") : failureText(stored.error()));
    };
    if (!hasNewSecrets())
        return store({});
    begin(tr("Asking the system's keychain to keep the secrets …"));
    m_secrets.writeBoth(entry.account.id, entry.domoSecret, entry.workivaSecret, &m_store, store);
}

void AccountsDialog::askToRemove()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete"),
                                tr("Delete the account \"%1\" and its two secrets?").arg(m_list->currentItem()->text()),
                                QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, [this, id = chosenId()] { remove(id); });
    box->open();
}

void AccountsDialog::remove(const QString &id)
{
    begin(tr("Asking the system's keychain to delete the secrets …"));
    const auto removed = [this, dialog = QPointer(this), &store = m_store, id](const Core::Result<void> &secrets) {
        const Core::Result<void> account = store.removeAccount(id);
        if (!dialog)
            return;
        if (!account)
            ended(failureText(account.error()));
        else if (!secrets)
            ended(
                tr("✗ The account is deleted, but its secrets may still be in the system's keychain, which did not do "
                   "what it was asked. Look there for %1 and delete what you find.")
                    .arg(QStringLiteral("\"Workiva Writeback\", \"%1/domo\", \"%1/workiva\"").arg(id)));
        else
            ended(tr("✓ Deleted, with its secrets."));
    };
    m_secrets.removeBoth(id, &m_store, removed);
}

void AccountsDialog::begin(const QString &what)
{
    m_storing = true;
    m_said->say(what);
    showState();
}

void AccountsDialog::ended(const QString &how)
{
    m_storing = false;
    reload();
    m_said->say(how);
}

// Before what was entered is lost: whoever says yes loses it.
void AccountsDialog::askToDiscard(const std::function<void()> &then)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Accounts"),
                                tr("The changes of \"%1\" are not saved.").arg(m_form->entry().account.name),
                                QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(box->addButton(tr("&Go on editing"), QMessageBox::RejectRole));
    QPushButton *yes = box->addButton(tr("&Discard changes"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, then);
    box->open();
}

void AccountsDialog::reject()
{
    if (isChanged() && !m_storing)
        askToDiscard([this] { QDialog::reject(); });
    else
        QDialog::reject();
}

void AccountsDialog::chooseAnother()
{
    const QString wanted = chosenId();
    if (wanted == m_chosen || !isChanged()) {
        m_said->clear();
        return choose();
    }
    select(m_chosen);
    askToDiscard([this, wanted] {
        select(wanted);
        choose();
    });
}

void AccountsDialog::select(const QString &accountId)
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == accountId)
            m_list->setCurrentRow(row);
    }
}

} // namespace Desktop
