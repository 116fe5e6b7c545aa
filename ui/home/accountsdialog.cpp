#include "ui/home/accountsdialog.h"

#include "ui/forms/scrolled.h"
#include "words/errortext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
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
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &AccountsDialog::test);
    connect(m_save, &QPushButton::clicked, this, &AccountsDialog::save);
    connect(m_delete, &QPushButton::clicked, this, &AccountsDialog::askToRemove);
    connect(m_list, &QListWidget::currentRowChanged, this, &AccountsDialog::choose);
    connect(m_form, &CredentialsForm::stopWanted, this, [this] { m_catalogue.reset(); });
    connect(m_form, &CredentialsForm::changed, this, [this] {
        m_catalogue.reset(); // answers to what was entered before are of no use
        showState();
    });
    connect(&store, &Profiles::ProfileStore::changed, this, [this] {
        if (m_store.accounts() != m_shown)
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
    const QString before = chosenId();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Profiles::Account &account : m_store.accounts()) {
            auto *item = new QListWidgetItem(account.name, m_list);
            item->setData(Qt::UserRole, account.id);
            if (account.id == before)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem())
            m_list->setCurrentRow(0);
    }
    m_shown = m_store.accounts();
    m_form->setAccounts(m_shown);
    choose();
}

void AccountsDialog::choose()
{
    const QString id = chosenId();
    m_catalogue.reset();
    m_form->chooseAccount(id);
    m_form->setVisible(!id.isEmpty());
    m_loaded = m_form->entry();
    if (id.isEmpty()) {
        m_use->setText(tr("There is no account yet. One is made with the first writeback."));
        return showState();
    }
    m_form->showReading();
    m_secrets.read(id, Profiles::Secret::Domo, this, [this, id](const Core::Result<QString> &domo) {
        m_secrets.read(id, Profiles::Secret::Workiva, this, [this, id, domo](const Core::Result<QString> &workiva) {
            if (id == chosenId())
                showSecrets(domo, workiva);
        });
    });
    showUse();
}

void AccountsDialog::showSecrets(const Core::Result<QString> &domo, const Core::Result<QString> &workiva)
{
    m_loaded.domoSecret = domo.value_or(QString());
    m_loaded.workivaSecret = workiva.value_or(QString());
    const CredentialsForm::Entry entered = m_form->entry();
    if (entered.domoSecret.isEmpty() && entered.workivaSecret.isEmpty()) // or else the user was faster
        m_form->setSecrets(m_loaded.domoSecret, m_loaded.workivaSecret);
    m_form->showReadFaults(domo, workiva);
    showState();
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
    m_save->setEnabled(any && m_form->isComplete() && m_form->entry() != m_loaded);
    m_delete->setEnabled(any && m_store.profilesOf(chosenId()).isEmpty());
}

void AccountsDialog::test()
{
    const CredentialsForm::Entry entry = m_form->entry();
    const auto login = Setup::loginOf(entry.account, entry.domoSecret, entry.workivaSecret);
    if (!login)
        return say(tl::unexpected(login.error()), {});
    m_catalogue = std::make_unique<Setup::Catalogue>(*login);
    connect(m_catalogue.get(), &Setup::Catalogue::checked, m_form,
            qOverload<const Setup::ServiceCheck &>(&CredentialsForm::show));
    connect(m_catalogue.get(), &Setup::Catalogue::checked, this, &AccountsDialog::showState); // it may have learned
    m_form->showChecking();
    m_catalogue->check();
}

void AccountsDialog::save()
{
    const CredentialsForm::Entry entry = m_form->entry();
    m_secrets.write(entry.account.id, Profiles::Secret::Domo, entry.domoSecret, this,
                    [this, entry](const Core::Result<void> &domo) {
                        if (!domo)
                            return say(domo, {});
                        m_secrets.write(entry.account.id, Profiles::Secret::Workiva, entry.workivaSecret, this,
                                        [this, entry](const Core::Result<void> &workiva) {
                                            const auto stored = workiva ? m_store.save(entry.account) : workiva;
                                            if (stored)
                                                m_loaded = entry;
                                            showState();
                                            say(stored, tr("✓ Saved."));
                                        });
                    });
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
    m_secrets.removeBoth(id, this, [this, id](const Core::Result<void> &secrets) {
        const Core::Result<void> account = m_store.removeAccount(id);
        say(secrets ? account : secrets, tr("✓ Deleted, with its secrets."));
    });
}

void AccountsDialog::say(const Core::Result<void> &result, const QString &success)
{
    if (result) {
        m_use->setText(success);
        return;
    }
    const Words::ErrorText text = Words::errorText(result.error());
    m_use->setText(QStringLiteral("✗ %1 %2").arg(text.message, text.next));
}

} // namespace Desktop
