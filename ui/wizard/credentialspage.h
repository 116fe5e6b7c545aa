#pragma once

#include "setup/credentialscheck.h"
#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

namespace Ui {

class Banner;
class CredentialsForm;

// Next checks the credentials with both services side by side, and continues if both accept them. If another page is
// the first one shown, the same is done without this page, with the stored secrets.
class CredentialsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsPage)

public:
    explicit CredentialsPage(WizardContext &context, QWidget *parent = nullptr);

    void signIn(); // as soon as the stored secrets are known; nothing happens while that is under way
    void stopSignIn();

    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool validatePage() override;

Q_SIGNALS:
    void signedIn();
    void notSignedIn(); // signIn() needs the user: something is missing or not accepted, which the page shows

private:
    void stopCheck();
    void chosen(const QString &accountId);
    void announceImport();
    bool check(); // false: nothing was sent
    void goOn();
    void checked(Core::Service service, const Core::Result<Setup::Grant> &said);
    void signInWithStored();

    WizardContext &m_context;
    Banner *m_import;
    CredentialsForm *m_form;
    Setup::CredentialsCheck m_check;
    bool m_isReading = false; // the stored secrets
    bool m_isSilent = false; // signIn() was called, and neither signal has followed
};

} // namespace Ui
