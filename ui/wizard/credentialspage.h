#pragma once

#include "setup/credentialscheck.h"
#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

namespace Ui {

class CredentialsForm;

// Next checks the credentials with both services side by side, and continues if both accept them.
class CredentialsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsPage)

public:
    explicit CredentialsPage(WizardContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool validatePage() override;

private:
    void chosen(const QString &accountId);
    void goOn();
    void stopCheck();
    void checked(Core::Service service, const Core::Result<Setup::Grant> &said);

    WizardContext &m_context;
    CredentialsForm *m_form;
    Setup::CredentialsCheck m_check;
};

} // namespace Ui
