#include "ui/forms/scheduleform.h"

#include "schedule/holidays.h"
#include "ui/forms/advancedtimetable.h"
#include "ui/forms/basictimetable.h"
#include "ui/forms/domoformdialog.h"
#include "ui/forms/formparts.h"
#include "ui/forms/runrules.h"
#include "ui/forms/scheduleoutlook.h"
#include "ui/forms/timezonefield.h"
#include "ui/look/dayfield.h"
#include "ui/look/emphasis.h"
#include "ui/look/opendialog.h"
#include "ui/look/segments.h"
#include "ui/look/statusline.h"
#include "words/errortext.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Form = Setup::ScheduleDraft::Form;

QString holidaysIn(const Profiles::Schedule &schedule)
{
    const auto *automatically = std::get_if<Profiles::Automatically>(&schedule);
    const auto *rule = automatically ? std::get_if<Profiles::BusinessDay>(&automatically->timetable.days) : nullptr;
    return rule ? rule->holidays : QString();
}

} // namespace

ScheduleForm::ScheduleForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new Segments)
    , m_paste(new QPushButton(tr("&Paste from Domo…")))
    , m_remind(numberField(tr("Days without a run until a reminder"), 0, Profiles::maxReminder))
    , m_basic(new BasicTimetable)
    , m_advanced(new AdvancedTimetable)
    , m_hasStart(new QCheckBox(tr("Start &on")))
    , m_start(dayField(tr("First day"), QDate::currentDate()))
    , m_startFault(new StatusLine)
    , m_timeZone(new TimeZoneField)
    , m_timeZoneFault(new StatusLine)
    , m_rules(new RunRules)
    , m_reading([this](const Holidays &read) {
        m_holidays = read;
        showWhatFollows();
    })
{
    m_form->add(tr("&Manually"));
    m_form->add(tr("Ba&sic"));
    m_form->add(tr("&Advanced"));
    m_form->setAccessibleName(tr("Kind of schedule"));
    makeFlat(m_paste);
    m_paste->setToolTip(tr("Take over days and times from a schedule of Domo's"));
    m_manual = makeManual();
    m_automatic = makeAutomatic();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    layout->addWidget(rowOf({m_form, m_paste}));
    layout->addWidget(m_manual);
    layout->addWidget(m_automatic);
    layout->addStretch();
    setFocusProxy(m_form);
    tabByLayout(this);
    listen();
    load({});
}

QWidget *ScheduleForm::makeManual()
{
    m_remind->setSpecialValueText(tr("Never"));
    auto *manual = new QWidget;
    auto *layout = new QVBoxLayout(manual);
    layout->setContentsMargins({});
    layout->addWidget(explanation(tr("It runs only when a person starts it.")));
    layout->addWidget(rowOf({wordsBefore(tr("&Remind after days without a run"), m_remind), m_remind}));
    return manual;
}

QWidget *ScheduleForm::makeAutomatic()
{
    m_start->setWhatsThis(tr("No run is before this day. Every second day, week or month is counted from it."));
    m_startFault->setObjectName(u"startFault"_s);
    m_timeZone->setWhatsThis(tr("Days and times of the schedule are those of this time zone, also on a computer in "
                                "another one."));
    m_timeZoneFault->setObjectName(u"timeZoneFault"_s);
    auto *automatic = new QWidget;
    auto *layout = new QVBoxLayout(automatic);
    layout->setContentsMargins({});
    const int gap = fontMetrics().height() / 2;
    for (QWidget *part : std::initializer_list<QWidget *>{m_basic, m_advanced})
        layout->addWidget(part);
    layout->addSpacing(gap);
    layout->addWidget(rowOf({m_hasStart, m_start}));
    layout->addWidget(m_startFault);
    layout->addSpacing(gap);
    layout->addWidget(labelAbove(tr("Time &zone"), m_timeZone->field()));
    layout->addWidget(m_timeZone);
    layout->addWidget(m_timeZoneFault);
    layout->addSpacing(gap);
    layout->addWidget(m_rules);
    return automatic;
}

void ScheduleForm::listen()
{
    connect(m_form, &Segments::currentChanged, this, &ScheduleForm::edit);
    connect(m_remind, &QSpinBox::valueChanged, this, &ScheduleForm::edit);
    connect(m_basic, &BasicTimetable::edited, this, &ScheduleForm::edit);
    connect(m_advanced, &AdvancedTimetable::edited, this, &ScheduleForm::edit);
    connect(m_hasStart, &QCheckBox::toggled, this, &ScheduleForm::edit);
    connect(m_start, &QDateEdit::dateChanged, this, &ScheduleForm::edit);
    connect(m_timeZone, &TimeZoneField::edited, this, &ScheduleForm::edit);
    connect(m_rules, &RunRules::edited, this, &ScheduleForm::edit);
    connect(m_paste, &QPushButton::clicked, this, &ScheduleForm::openDomoForm);
}

void ScheduleForm::edit()
{
    if (signalsBlocked()) // while it is loaded
        return;
    showWhatFollows();
    Q_EMIT edited();
}

void ScheduleForm::load(const Profiles::Schedule &schedule)
{
    auto draft = Setup::ScheduleDraft::of(schedule);
    if (draft.form == Form::Manually) { // what Basic and Advanced begin with
        draft.start = QDate::currentDate();
        draft.timeZone = TimeZoneField::here();
    }
    loadDraft(draft);
}

void ScheduleForm::loadDraft(const Setup::ScheduleDraft &draft)
{
    {
        const QSignalBlocker noEdit(this);
        m_form->setCurrent(int(draft.form));
        m_remind->setValue(draft.manually.remindAfterDays);
        m_basic->load(draft.basic);
        m_advanced->load(draft.advanced);
        m_hasStart->setChecked(draft.start.isValid());
        m_start->setDate(draft.start.isValid() ? draft.start : QDate::currentDate());
        m_timeZone->setTimeZone(draft.timeZone);
        m_rules->load(draft.rules);
    }
    showWhatFollows();
}

Setup::ScheduleDraft ScheduleForm::draft() const
{
    return {.form = Form(m_form->current()),
            .manually = {m_remind->value()},
            .basic = m_basic->basic(),
            .advanced = m_advanced->advanced(),
            .start = m_hasStart->isChecked() ? m_start->date() : QDate(),
            .timeZone = m_timeZone->timeZone(),
            .rules = m_rules->rules()};
}

Core::Result<Profiles::Schedule> ScheduleForm::schedule() const
{
    return draft().schedule();
}

QString ScheduleForm::missing() const
{
    const auto made = schedule();
    return made ? QString() : Words::errorText(made.error()).message;
}

QWidget *ScheduleForm::makeOutlook()
{
    m_outlook = new ScheduleOutlook;
    showWhatFollows();
    return m_outlook;
}

void ScheduleForm::openDomoForm()
{
    auto *dialog = new DomoFormDialog(draft(), window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        loadDraft(dialog->draft());
        Q_EMIT edited();
    });
    openDialog(dialog);
}

void ScheduleForm::showWhatFollows()
{
    const auto form = Form(m_form->current());
    m_manual->setVisible(form == Form::Manually);
    m_automatic->setVisible(form != Form::Manually);
    m_basic->setVisible(form == Form::Basic);
    m_advanced->setVisible(form == Form::Advanced);
    m_start->setVisible(m_hasStart->isChecked());
    const auto made = schedule();
    showFault(made ? nullptr : &made.error());
    readHolidays(made ? holidaysIn(*made) : QString());
    showHolidays();
    if (m_outlook && made)
        m_outlook->show(*made, m_holidays && *m_holidays ? std::optional(**m_holidays) : std::nullopt);
    else if (m_outlook)
        m_outlook->showNothing();
    Q_EMIT changed();
}

void ScheduleForm::showFault(const Core::Error *fault)
{
    const Words::Line line = fault ? Words::errorLine(*fault) : Words::Line();
    const SchedulePart part = fault ? partOf(*fault) : SchedulePart::Days;
    m_basic->showFault(part, line);
    m_advanced->showFault(part, line);
    m_startFault->say(part == SchedulePart::Start ? line : Words::Line());
    m_timeZoneFault->say(part == SchedulePart::TimeZone ? line : Words::Line());
}

void ScheduleForm::readHolidays(const QString &path)
{
    if (path == m_holidaysPath)
        return;
    m_holidaysPath = path;
    m_reading.stop();
    m_holidays.reset();
    if (path.isEmpty())
        m_holidays = QSet<QDate>();
    else
        m_reading.start([path](const std::stop_token &) { return std::optional(::Schedule::readHolidays(path)); });
}

void ScheduleForm::showHolidays()
{
    if (m_holidaysPath.isEmpty())
        m_advanced->showHolidays({});
    else if (!m_holidays)
        m_advanced->showHolidays({Words::Tone::Waiting, tr("Reading the holidays…")});
    else if (!*m_holidays)
        m_advanced->showHolidays(Words::errorLine(m_holidays->error()));
    else
        m_advanced->showHolidays(
            {Words::Tone::Ok, tr("Holidays in the file: %1.").arg(QLocale().toString((*m_holidays)->size()))});
}

} // namespace Ui
