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

// The accounts: made, renamed, tested, edited, deleted; and which profiles use each.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)

public:
    AccountsDialog(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, QWidget *parent = nullptr);
    ~AccountsDialog() override;

    void reject() override;

private:
    void listen();
    void reload();
    void list();
    void choose(const QString &id); // empty: a new one
    void chooseAnother(const QString &wanted); // asks, when changes would be lost
    void test();
    void save();
    void askToRemove();
    void remove(const QString &id);
    void showUse();
    void showState();
    void begin(const QString &what); // something that the keychain may make wait
    void ended(const Words::Line &how, bool well);
    void askToDiscard(const std::function<void()> &then);
    [[nodiscard]] QString listedId() const; // of the chosen line; empty for the new one's
    [[nodiscard]] QString firstId() const;

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    Setup::CredentialsCheck m_check;
    QList<Profiles::Account> m_shown;
    QString m_chosen; // what the form shows; empty: a new one
    bool m_isBusy = false; // storing or deleting: whoever closes the dialog does not end it
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
