#pragma once

#include "ui/forms/credentialsform.h"

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"

#include <QDialog>

#include <memory>

class QLabel;
class QListWidget;
class QPushButton;

namespace Desktop {

// The accounts: renamed, tested, edited, deleted; and which profiles use each.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)

public:
    AccountsDialog(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, QWidget *parent = nullptr);
    ~AccountsDialog() override;

private:
    void reload();
    void choose();
    void test();
    void save();
    void askToRemove();
    void remove(const QString &id);
    void showSecrets(const Core::Result<QString> &domo, const Core::Result<QString> &workiva);
    void showUse();
    void showState();
    void say(const Core::Result<void> &result, const QString &success);
    [[nodiscard]] QString chosenId() const;

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    std::unique_ptr<Setup::Catalogue> m_catalogue;
    QList<Profiles::Account> m_shown;
    CredentialsForm::Entry m_loaded; // as it is stored
    QListWidget *m_list;
    CredentialsForm *m_form;
    QLabel *m_use;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_delete;
};

} // namespace Desktop
