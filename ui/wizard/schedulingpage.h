#pragma once

#include "core/latest.h"
#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"
#include "words/line.h"

namespace Ui {

class ScheduleForm;
class StatusLine;

// When it runs without a person, and what the scheduler of this computer has of it.
class SchedulingPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulingPage)

public:
    explicit SchedulingPage(WizardContext &context, QWidget *parent = nullptr);

    void initializePage() override;
    void cleanupPage() override { } // Back keeps what was entered
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool validatePage() override;

private:
    WizardContext &m_context;
    ScheduleForm *m_form;
    StatusLine *m_installed; // as it is saved
    Core::Latest<Words::Line> m_asking;
};

} // namespace Ui
