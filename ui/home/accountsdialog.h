#pragma once

#include "ui/forms/credentialsform.h"

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"

#include <QDialog>

#include <functional>
#include <memory>

class QLabel;
class QListWidget;
class QPushButton;

namespace Desktop {

class StatusLine;

// The accounts: renamed, tested, edited, deleted; and which profiles use each.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)

public:
    AccountsDialog(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, QWidget *parent = nullptr);
    ~AccountsDialog() override;

    void reject() override;

private:
    void reload();
    void choose();
    void chooseAnother();
    void select(const QString &accountId);
    void test();
    void save();
    void askToRemove();
    void remove(const QString &id);
    void showUse();
    void showState();
    void begin(const QString &what); // something that the keychain may make wait
    void ended(const QString &how);
    void askToDiscard(const std::function<void()> &then);
    [[nodiscard]] QString chosenId() const;
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool hasNewSecrets() const;

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    std::unique_ptr<Setup::Catalogue> m_catalogue;
    QList<Profiles::Account> m_shown;
    QString m_chosen; // what the form shows
    bool m_storing = false;
    QListWidget *m_list;
    CredentialsForm *m_form;
    QLabel *m_use;
    StatusLine *m_said;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_delete;
};

} // namespace Desktop
