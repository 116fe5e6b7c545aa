#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

namespace Ui {

class ScheduleForm;

// When it runs without a person.
class SchedulingPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulingPage)

public:
    explicit SchedulingPage(WizardContext &context, QWidget *parent = nullptr);

    void cleanupPage() override { } // Back keeps what was entered
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool validatePage() override;

private:
    WizardContext &m_context;
    ScheduleForm *m_form;
};

} // namespace Ui
