#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

namespace Desktop {

// Next checks the credentials with both services side by side, and goes on when both accept them.
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
    void edited();
    void checked(const Setup::ServiceCheck &check);

    WizardContext &m_context;
    CredentialsForm *m_form;
    int m_waiting = 0; // answers of services that are still to come
    int m_accepted = 0;
};

} // namespace Desktop
