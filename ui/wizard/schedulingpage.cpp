#include "ui/wizard/schedulingpage.h"

#include "runs/schedules.h"
#include "ui/forms/fieldwidth.h"
#include "ui/forms/scheduleform.h"
#include "ui/forms/sidebyside.h"
#include "ui/look/card.h"
#include "ui/look/emphasis.h"
#include "ui/look/linelist.h"
#include "ui/look/scrolled.h"
#include "words/errortext.h"
#include "words/handovertext.h"

#include <QLabel>
#include <QScrollArea>
#include <QShowEvent>
#include <QVBoxLayout>

namespace Ui {

SchedulingPage::SchedulingPage(WizardContext &context, QWidget *parent)
    : Page(tr("Scheduling"), parent)
    , m_context(context)
    , m_form(new ScheduleForm(this))
    , m_installed(new LineList(this))
    , m_asking([this](const QList<Words::Line> &lines) { m_installed->setLines(lines); })
{
    explain(tr("When this writeback is to run without you. Saving it starts nothing: afterwards, hand it over to this "
               "computer's scheduler with File > Schedules on this computer."));
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->addWidget(m_form);
    limitWidth(column, m_form);
    auto *right = new Card;
    auto *facts = new QVBoxLayout(right);
    facts->addWidget(m_form->makeOutlook());
    if (context.schedules) {
        auto *heading = new QLabel(tr("On this computer, as it is saved"));
        makeHeading(heading);
        facts->addSpacing(fontMetrics().height());
        facts->addWidget(heading);
        facts->addWidget(m_installed);
    } else {
        m_installed->hide();
    }
    facts->addStretch();
    body()->addWidget(scrolled(new SideBySide(left, right)));
    setFocusProxy(m_form);
    m_form->load(context.draft.profile.schedule);
    connect(m_form, &ScheduleForm::changed, this, &SchedulingPage::checkMissing);
    connect(m_form, &ScheduleForm::edited, this, &SchedulingPage::edited);
}

void SchedulingPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_context.schedules && !event->spontaneous())
        ask();
}

void SchedulingPage::ask()
{
    m_installed->setLines({{Words::Tone::Waiting, tr("Asking the scheduler of this computer…")}});
    m_asking.start([ask = m_context.schedules, id = m_context.draft.profile.id](const std::stop_token & /*stop*/) {
        const auto all = ask();
        if (!all)
            return std::optional(QList{Words::errorLine(all.error())});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<Words::Line> lines;
        for (const Schedule::Compared &one : *all) { // two schedulers may have it
            if (one.profileId == id)
                lines.append(Words::onThisComputerLine(&one, Runs::Schedules::nextOf(one, now), now));
        }
        if (lines.isEmpty())
            lines.append(Words::onThisComputerLine(nullptr, {}, now));
        return std::optional(lines);
    });
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
