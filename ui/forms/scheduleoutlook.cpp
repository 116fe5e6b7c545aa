#include "ui/forms/scheduleoutlook.h"

#include "schedule/daylight.h"
#include "schedule/localtime.h"
#include "schedule/nexttimes.h"
#include "ui/forms/formparts.h"
#include "ui/look/emphasis.h"
#include "ui/look/linelist.h"
#include "ui/look/wraplabel.h"
#include "words/scheduletext.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longest = 1h; // without looking at the clock, which may be set

void say(LineList *list, const QStringList &texts)
{
    QList<Words::Line> lines;
    for (const QString &text : texts)
        lines.append({Words::Tone::Note, text});
    list->setLines(lines);
}

} // namespace

ScheduleOutlook::ScheduleOutlook(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new WrapLabel)
    , m_timesTitle(labelAbove(tr("Next times"), nullptr))
    , m_times(new WrapLabel)
    , m_daylight(new LineList(nullptr, LineList::Reading::Silent))
    , m_notes(new LineList(nullptr, LineList::Reading::Silent))
{
    for (QLabel *label : std::initializer_list<QLabel *>{m_sentence, m_times})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setObjectName(QStringLiteral("scheduleSentence"));
    m_times->setObjectName(QStringLiteral("scheduleTimes"));
    auto *heading = new QLabel(tr("What this schedule says"));
    makeHeading(heading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 2);
    for (QWidget *part :
         std::initializer_list<QWidget *>{heading, m_sentence, m_timesTitle, m_times, m_daylight, m_notes})
        layout->addWidget(part);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ScheduleOutlook::showAll);
    showNothing();
}

void ScheduleOutlook::showNothing()
{
    m_again.stop();
    m_sentence->setText(tr("Once it is complete, its sentence and its next times are shown here."));
    for (QWidget *part : std::initializer_list<QWidget *>{m_timesTitle, m_times})
        part->hide();
    say(m_daylight, {});
    say(m_notes, {});
}

void ScheduleOutlook::show(const Profiles::Schedule &schedule, const std::optional<QSet<QDate>> &holidays)
{
    m_schedule = schedule;
    m_holidays = holidays;
    showAll();
}

void ScheduleOutlook::showAll()
{
    showNothing();
    m_sentence->setText(Words::scheduleText(m_schedule));
    const auto *automatically = std::get_if<Profiles::Automatically>(&m_schedule);
    if (!automatically)
        return;
    say(m_notes, Words::scheduleNotes(*automatically));
    if (m_holidays)
        showTimes(automatically->timetable, *m_holidays);
}

void ScheduleOutlook::showTimes(const Profiles::Timetable &timetable, const QSet<QDate> &holidays)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto zone = ::Schedule::timeZoneNamed(timetable.timeZone);
    const auto next = ::Schedule::nextTimes(timetable, holidays, now, times);
    const auto effects = ::Schedule::daylightEffects(timetable, holidays, now);
    if (!zone || !next || !effects)
        return;
    say(m_daylight, Words::daylightTexts(*effects));
    QStringList texts;
    for (const QDateTime &one : *next)
        texts.append(Words::scheduledTimeText(one, *zone));
    if (next->isEmpty())
        texts.append(tr("None in the next %1 years.").arg(QLocale().toString(::Schedule::horizonYears)));
    m_times->setText(texts.join(u'\n'));
    for (QWidget *part : std::initializer_list<QWidget *>{m_timesTitle, m_times})
        part->show();
    const auto until = next->isEmpty() ? longest : std::chrono::milliseconds(now.msecsTo(next->first()) + 1);
    m_again.start(std::min(until, longest));
}

} // namespace Ui
