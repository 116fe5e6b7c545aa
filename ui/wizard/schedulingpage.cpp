#include "ui/wizard/schedulingpage.h"

#include "ui/forms/fieldwidth.h"
#include "ui/forms/scheduleform.h"
#include "ui/forms/sidebyside.h"
#include "ui/look/card.h"
#include "ui/look/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Ui {

SchedulingPage::SchedulingPage(WizardContext &context, QWidget *parent)
    : Page(tr("Scheduling"), parent), m_context(context), m_form(new ScheduleForm(this))
{
    explain(tr("When this writeback is to run without you. Saving it starts nothing: afterwards, hand it over to this "
               "computer's scheduler with File > Schedules on this computer."));
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->addWidget(m_form);
    limitWidth(column, m_form);
    auto *right = new Card;
    (new QVBoxLayout(right))->addWidget(m_form->makeOutlook());
    body()->addWidget(scrolled(new SideBySide(left, right)));
    setFocusProxy(m_form);
    m_form->load(context.draft.profile.schedule);
    connect(m_form, &ScheduleForm::changed, this, &SchedulingPage::checkMissing);
    connect(m_form, &ScheduleForm::edited, this, &SchedulingPage::edited);
}

QString SchedulingPage::missing() const
{
    return m_form->missing();
}

bool SchedulingPage::validatePage()
{
    const auto schedule = m_form->schedule();
    if (schedule)
        m_context.draft.profile.schedule = *schedule;
    return schedule.has_value();
}

} // namespace Ui
