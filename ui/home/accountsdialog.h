#pragma once

#include "ui/forms/credentialsform.h"

#include "setup/credentialscheck.h"
#include "words/line.h"

#include <QDialog>

#include <functional>

class QLabel;
class QListWidget;
class QPushButton;

namespace Ui {

class StatusLine;

// Creates, renames, tests, edits and deletes accounts, and shows which profiles use each.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)

public:
    AccountsDialog(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, Core::ProxyChoice proxy = {},
                   QWidget *parent = nullptr);
    ~AccountsDialog() override;

    void reject() override;

private:
    void listen();
    void reload();
    void list();
    void choose(const QString &id); // empty: a new one
    void chooseAnother(const QString &wanted); // asks first if changes would be lost
    void test();
    void save();
    void confirmRemoval();
    void remove(const QString &id);
    void showUse();
    void showState();
    void begin(const QString &what); // a task that may have to wait for the keychain
    void ended(const Words::Line &how, bool well);
    void confirmDiscard(const std::function<void()> &then);
    [[nodiscard]] QString listedId() const; // of the selected line; empty for the new account
    [[nodiscard]] QString firstId() const;

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    const Core::ProxyChoice m_proxy;
    Setup::CredentialsCheck m_check;
    QList<Profiles::Account> m_shown;
    QString m_chosen; // shown in the form; empty: a new account
    bool m_isBusy = false; // storing or deleting: closing the dialog does not stop that
    QListWidget *m_list;
    CredentialsForm *m_form;
    QLabel *m_use;
    StatusLine *m_said;
    QPushButton *m_new;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_delete;
};

} // namespace Ui
