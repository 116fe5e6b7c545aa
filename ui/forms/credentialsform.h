#pragma once

#include "profiles/account.h"
#include "setup/catalogue.h"

#include <QWidget>

#include <memory>

namespace Ui {
class CredentialsForm;
}

namespace Desktop {

// The fields of the Credentials pane: an account, chosen or entered, with its two secrets. The same form is a page of
// the wizard and part of the Accounts dialog. Shows beside each service what it said of them.
class CredentialsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsForm)

public:
    struct Entry
    {
        Profiles::Account account;
        QString domoSecret;
        QString workivaSecret;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit CredentialsForm(QWidget *parent = nullptr);
    ~CredentialsForm() override;

    void setAccounts(const QList<Profiles::Account> &accounts); // to choose from; a new one is always offered first
    void chooseAccount(const QString &id);
    void setSecrets(const QString &domoSecret,
                    const QString &workivaSecret); // of the chosen account, once they are read
    void hideChoice(); // for the Accounts dialog, which has a list of its own

    [[nodiscard]] Entry entry() const; // the id is empty for a new account
    [[nodiscard]] bool isComplete() const; // everything that signing in takes is there

    void showReading(); // the keychain
    void showReadFaults(const Core::Result<QString> &domoSecret, const Core::Result<QString> &workivaSecret);
    void showChecking();
    void show(const Setup::ServiceCheck &check);
    void clearChecks();

Q_SIGNALS:
    void changed(); // by the user
    void stopWanted(); // of a check under way
    void accountChosen(const QString &id); // its secrets are wanted; empty for a new one

private:
    void load(const Profiles::Account &account);
    void unfold();
    void edited();
    void showHelp();

    std::unique_ptr<Ui::CredentialsForm> m_ui;
    QList<Profiles::Account> m_accounts;
    Profiles::Account m_account; // what the form does not show is kept here
    bool m_loading = false;
};

} // namespace Desktop
