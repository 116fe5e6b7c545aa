#pragma once

#include "core/latest.h"
#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"
#include "words/line.h"

namespace Ui {

class LineList;
class ScheduleForm;

// When it runs without a person, and what the scheduler of this computer has of it.
class SchedulingPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulingPage)

public:
    explicit SchedulingPage(WizardContext &context, QWidget *parent = nullptr);

    void cleanupPage() override { } // Back keeps what was entered
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool validatePage() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();

    WizardContext &m_context;
    ScheduleForm *m_form;
    LineList *m_installed; // as it is saved
    Core::Latest<QList<Words::Line>> m_asking;
};

} // namespace Ui
