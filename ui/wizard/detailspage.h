#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

namespace Ui {

class DetailsForm;
class StatusLine;

// What is written where.
class DetailsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPage)

public:
    explicit DetailsPage(WizardContext &context, QWidget *parent = nullptr);

    void setRegion(const Sheet::Region &region); // chosen on the Preview page
    void setShaping(const Sheet::Shaping &shaping); // likewise
    void accept(const Sheet::Acceptance &acceptance); // likewise
    void showSignIn(); // whether the services can be asked by now

    void initializePage() override;
    void cleanupPage() override { } // Back keeps what was entered
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool validatePage() override;

private:
    WizardContext &m_context;
    DetailsForm *m_form;
    StatusLine *m_signIn;
};

} // namespace Ui
