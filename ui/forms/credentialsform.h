#pragma once

#include "setup/accountdraft.h"
#include "setup/catalogue.h"

#include <QWidget>

#include <initializer_list>
#include <memory>

namespace Ui {

class CredentialsFields; // generated from the .ui file
class SecretField;
class StatusLine;

// The fields of the Credentials pane: an account, chosen or entered, and a card for each service, with its credentials
// and its response, below the field concerned. The same form is a page of the wizard and part of the Accounts dialog.
class CredentialsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsForm)

public:
    explicit CredentialsForm(QWidget *parent = nullptr);
    ~CredentialsForm() override;

    void setAccounts(const QList<Profiles::Account> &accounts); // to choose from; "New account" is always first
    void chooseAccount(const QString &id);
    void askForAccount(); // none is chosen, not even a new one
    void setFixed(bool fixed); // the chosen account is displayed and cannot be changed
    void setNote(const QString &text); // below the account
    void hideChoice(); // for the Accounts dialog, which has a list instead

    [[nodiscard]] Setup::AccountDraft draft() const; // as currently entered
    [[nodiscard]] QString missing() const; // the first credential that is missing; empty: none

    // The keychain is being read for the chosen account's secrets; the user may type them in the meantime.
    void showReading();
    void showSecrets(const QString &accountId, const Core::Result<QString> &domo, const Core::Result<QString> &workiva);
    void showChecking();
    // Sets the focus to the first field with an error.
    void show(Core::Service service, const Core::Result<Setup::Grant> &said);
    void clearChecks();
    void stop(); // waiting for the keychain or the services

Q_SIGNALS:
    void changed(); // by the user
    void stopWanted(); // of the current check
    void accountChosen(const QString &id); // its secrets are needed; empty for a new one

private:
    void makeCards();
    void listen();
    void load(const Profiles::Account &account);
    void unfold();
    void showSite();
    void edited(std::initializer_list<StatusLine *> outdated);
    [[nodiscard]] Setup::Credentials entered() const;
    void say(Core::Service service, const Core::Result<Setup::Grant> &said);
    // The field that the response concerns.
    [[nodiscard]] QWidget *fieldOf(Core::Service service, const Core::Result<Setup::Grant> &said) const;
    void goTo(QWidget *field);
    void placeBelow(QWidget *field, StatusLine *status);
    void showHelp();

    std::unique_ptr<CredentialsFields> m_ui;
    SecretField *m_domoSecret;
    SecretField *m_workivaSecret;
    QList<Profiles::Account> m_accounts;
    Profiles::Account m_account; // including what the form does not show
    Setup::Credentials m_stored; // as loaded
    bool m_loading = false;
    bool m_reading = false;
    bool m_hasFault = false; // since the checks were reset
};

} // namespace Ui
