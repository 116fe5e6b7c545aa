#pragma once

#include "setup/accountdraft.h"
#include "setup/catalogue.h"

#include <QWidget>

#include <initializer_list>
#include <memory>

namespace Ui {

class CredentialsFields; // made from the .ui file
class SecretField;
class StatusLine;

// The fields of the Credentials pane: an account, chosen or entered, with its two secrets. The same form is a page of
// the wizard and part of the Accounts dialog. Shows beside the field in question what a service said of it.
class CredentialsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsForm)

public:
    explicit CredentialsForm(QWidget *parent = nullptr);
    ~CredentialsForm() override;

    void setAccounts(const QList<Profiles::Account> &accounts); // to choose from; a new one is always offered first
    void chooseAccount(const QString &id);
    void setFixed(bool fixed); // the chosen account is shown, and cannot be changed
    void setNote(const QString &text); // below the account
    void hideChoice(); // for the Accounts dialog, which has a list of its own

    [[nodiscard]] Setup::AccountDraft draft() const; // what is entered now
    [[nodiscard]] QString missing() const; // of what signing in takes, the first to be entered; empty: nothing

    // The keychain is asked for the chosen account's secrets; whoever is faster than it types them.
    void showReading();
    void showSecrets(const QString &accountId, const Core::Result<QString> &domo, const Core::Result<QString> &workiva);
    void showChecking();
    void show(Core::Service service, const Core::Result<Setup::Grant> &said); // goes to the first field that is wrong
    void clearChecks();

Q_SIGNALS:
    void changed(); // by the user
    void stopWanted(); // of a check under way
    void accountChosen(const QString &id); // its secrets are wanted; empty for a new one

private:
    void load(const Profiles::Account &account);
    void unfold();
    void edited(std::initializer_list<StatusLine *> outdated);
    void stopped();
    [[nodiscard]] Setup::Credentials entered() const;
    void say(Core::Service service, const Core::Result<Setup::Grant> &said);
    [[nodiscard]] QWidget *fieldOf(Core::Service service, const Core::Result<Setup::Grant> &said) const; // it is about
    void goTo(QWidget *field);
    void placeBelow(QWidget *field, StatusLine *status);
    void showHelp();

    std::unique_ptr<CredentialsFields> m_ui;
    SecretField *m_domoSecret;
    SecretField *m_workivaSecret;
    QList<Profiles::Account> m_accounts;
    Profiles::Account m_account; // what the form does not show is kept here
    Setup::Credentials m_stored; // as it was chosen and read
    bool m_loading = false;
    bool m_reading = false;
    bool m_hasFault = false; // was found since the checks were cleared
};

} // namespace Ui
