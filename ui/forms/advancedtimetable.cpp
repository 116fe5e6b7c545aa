#include "ui/forms/advancedtimetable.h"

#include "ui/forms/formparts.h"
#include "ui/forms/tickrow.h"
#include "ui/look/opendialog.h"
#include "ui/look/statusline.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Advanced = Setup::ScheduleDraft::Advanced;

constexpr int dayMinutes = 24 * 60;

template <typename Rule> int kindOf()
{
    return int(Profiles::Days(Rule()).index());
}

QList<TickRow::Item> whichItems()
{
    return {{1, AdvancedTimetable::tr("First")}, {2, AdvancedTimetable::tr("Second")},
            {3, AdvancedTimetable::tr("Third")}, {4, AdvancedTimetable::tr("Fourth")},
            {5, AdvancedTimetable::tr("Fifth")}, {Profiles::lastOfMonth, AdvancedTimetable::tr("Last")}};
}

Profiles::Weekdays weekdaysIn(const TickRow &row)
{
    Profiles::Weekdays days;
    for (const int day : row.ticked())
        days.append(Qt::DayOfWeek(day));
    return days;
}

QList<int> numbersOf(const Profiles::Weekdays &days)
{
    return {days.begin(), days.end()};
}

QWidget *columnOf(std::initializer_list<QWidget *> parts)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    for (QWidget *part : parts)
        layout->addWidget(part);
    return column;
}

} // namespace

AdvancedTimetable::AdvancedTimetable(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_everyDays(numberField(tr("Every how many days"), 1, Profiles::maxEvery))
    , m_everyWeeks(numberField(tr("Every how many weeks"), 1, Profiles::maxEvery))
    , m_daysOfMonth(new QLineEdit)
    , m_lastDay(new QCheckBox(tr("and the &last day")))
    , m_which(new TickRow(tr("Which of them in the month"), whichItems()))
    , m_weekdays(new TickRow(tr("Days of the week"), weekdayItems()))
    , m_businessDay(numberField(tr("Which business day"), 1, Profiles::maxBusinessDay))
    , m_end(new QComboBox)
    , m_weekend(new TickRow(tr("Days of the weekend"), weekdayItems()))
    , m_holidays(new QLineEdit)
    , m_holidaysInfo(new StatusLine)
    , m_everyMonth(new QRadioButton(tr("E&very")))
    , m_everyMonths(numberField(tr("Every how many months"), 1, Profiles::maxEvery))
    , m_named(new QRadioButton(tr("&In these months")))
    , m_months(new TickRow(tr("Months"), monthItems()))
    , m_daysFault(new StatusLine)
    , m_atSetTimes(new QRadioButton(tr("At se&t times")))
    , m_setTimes(new QLineEdit)
    , m_atInterval(new QRadioButton(tr("At an inte&rval")))
    , m_minutes(numberField(tr("Every how many minutes"), int(Profiles::minimumGap.count()), dayMinutes))
    , m_from(timeField(tr("Active from")))
    , m_to(timeField(tr("Active until")))
    , m_timesFault(new StatusLine)
{
    m_daysFault->setObjectName(u"daysFault"_s);
    m_timesFault->setObjectName(u"advancedTimesFault"_s);
    m_holidaysInfo->setObjectName(u"holidaysInfo"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    addDays(layout);
    layout->addSpacing(fontMetrics().height() / 2);
    addTimes(layout);
    listen();
    load({});
}

void AdvancedTimetable::addDays(QVBoxLayout *layout)
{
    m_kind->addItem(tr("Every so many days"), kindOf<Profiles::EveryDays>());
    m_kind->addItem(tr("Days of the week"), kindOf<Profiles::EveryWeeks>());
    m_kind->addItem(tr("Days of the month"), kindOf<Profiles::DaysOfMonth>());
    m_kind->addItem(tr("Weekdays of the month"), kindOf<Profiles::WeekdaysOfMonth>());
    m_kind->addItem(tr("Business day of the month"), kindOf<Profiles::BusinessDay>());
    m_kind->setAccessibleName(tr("Days"));
    m_kind->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_kind->setWhatsThis(tr("Weekdays of the month are such as the first Monday, or the second and fourth Sunday. A "
                            "business day is counted without weekends and holidays, such as the third of a month, on "
                            "which the books close."));
    m_daysOfMonth->setAccessibleName(tr("Days of the month"));
    m_daysOfMonth->setPlaceholderText(tr("For example 1, 15"));
    m_daysOfMonth->setToolTip(tr("Numbers from 1 to 31, separated by commas"));
    m_everyDaysRow =
        rowOf({wordsBefore(tr("&Every"), m_everyDays), m_everyDays, new QLabel(tr("days, counted from the start"))});
    m_everyWeeksRow = rowOf({wordsBefore(tr("&Every"), m_everyWeeks), m_everyWeeks, new QLabel(tr("weeks, on"))});
    m_daysOfMonthRow = columnOf({rowOf({wordsBefore(tr("On da&ys"), m_daysOfMonth), m_daysOfMonth, m_lastDay}),
                                 explanation(tr("A month without one of the days leaves it out."))});
    m_businessDayRow = makeBusinessDay();
    m_monthsRow = makeMonths();
    layout->addWidget(labelAbove(tr("&Days"), m_kind));
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_kind, m_everyDaysRow, m_everyWeeksRow, m_daysOfMonthRow, m_which,
                                          m_weekdays, m_businessDayRow, m_monthsRow, m_daysFault})
        layout->addWidget(part);
}

QWidget *AdvancedTimetable::makeBusinessDay()
{
    m_end->addItem(tr("from the start of the month"));
    m_end->addItem(tr("from the end of the month"));
    m_end->setAccessibleName(tr("Counted from"));
    m_holidays->setAccessibleName(tr("Holidays"));
    m_holidays->setPlaceholderText(tr("No holidays"));
    m_holidays->setWhatsThis(tr("The .ics file of a calendar with whole-day events, as calendar programs and public "
                                "offices have them. It is read on this computer whenever the next run is determined, "
                                "so keep it where it is."));
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the file of the holidays"));
    choose->setToolTip(tr("Choose the .ics file of a calendar"));
    connect(choose, &QPushButton::clicked, this, &AdvancedTimetable::chooseHolidays);
    auto *file = new QWidget;
    auto *line = new QHBoxLayout(file);
    line->setContentsMargins({});
    line->addWidget(m_holidays, 1);
    line->addWidget(choose);
    return columnOf({rowOf({wordsBefore(tr("Business da&y"), m_businessDay), m_businessDay, m_end}),
                     wordsBefore(tr("&Weekend"), m_weekend), m_weekend,
                     wordsBefore(tr("&Holidays (.ics file)"), m_holidays), file, m_holidaysInfo});
}

QWidget *AdvancedTimetable::makeMonths()
{
    auto *months = columnOf({rowOf({m_everyMonth, m_everyMonths, new QLabel(tr("months"))}), m_named, m_months});
    auto *group = new QButtonGroup(months);
    group->addButton(m_everyMonth);
    group->addButton(m_named);
    return months;
}

void AdvancedTimetable::addTimes(QVBoxLayout *layout)
{
    m_setTimes->setAccessibleName(tr("Times of day"));
    m_setTimes->setPlaceholderText(tr("For example 06:00, 18:00"));
    m_setTimes->setToolTip(tr("Hours and minutes, separated by commas"));
    m_intervalRow =
        columnOf({rowOf({new QLabel(tr("Every")), m_minutes, new QLabel(tr("minutes from")), m_from,
                         new QLabel(tr("until")), m_to}),
                  explanation(tr("Counted anew every day. The end is not included; 00:00 is the end of the day."))});
    auto *group = new QButtonGroup(this);
    group->addButton(m_atSetTimes);
    group->addButton(m_atInterval);
    layout->addWidget(labelAbove(tr("Times"), nullptr));
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_atSetTimes, m_setTimes, m_atInterval, m_intervalRow, m_timesFault})
        layout->addWidget(part);
}

void AdvancedTimetable::listen()
{
    const auto chosen = [this] {
        showChosen();
        Q_EMIT edited();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, chosen);
    connect(m_named, &QRadioButton::toggled, this, chosen);
    connect(m_atInterval, &QRadioButton::toggled, this, chosen);
    connect(m_end, &QComboBox::currentIndexChanged, this, &AdvancedTimetable::edited);
    connect(m_lastDay, &QCheckBox::toggled, this, &AdvancedTimetable::edited);
    for (const QSpinBox *field : {m_everyDays, m_everyWeeks, m_everyMonths, m_businessDay, m_minutes})
        connect(field, &QSpinBox::valueChanged, this, &AdvancedTimetable::edited);
    for (const QLineEdit *field : {m_daysOfMonth, m_holidays, m_setTimes})
        connect(field, &QLineEdit::textChanged, this, &AdvancedTimetable::edited);
    for (const QTimeEdit *field : {m_from, m_to})
        connect(field, &QTimeEdit::timeChanged, this, &AdvancedTimetable::edited);
    for (const TickRow *row : {m_which, m_weekdays, m_weekend, m_months})
        connect(row, &TickRow::edited, this, &AdvancedTimetable::edited);
}

void AdvancedTimetable::chooseHolidays()
{
    auto *dialog = new QFileDialog(window(), tr("Holidays"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Calendars (*.ics)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_holidays, &QLineEdit::setText);
    openDialog(dialog);
}

void AdvancedTimetable::load(const Advanced &advanced)
{
    const QSignalBlocker noEdit(this);
    m_daysOfMonth->setText(advanced.daysOfMonth);
    m_lastDay->setChecked(advanced.hasLastDay);
    m_kind->setCurrentIndex(m_kind->findData(int(advanced.days.index())));
    loadDays(advanced.days);
    const auto *interval = std::get_if<Profiles::Interval>(&advanced.times);
    (interval ? m_atInterval : m_atSetTimes)->setChecked(true);
    m_setTimes->setText(advanced.setTimes);
    const Profiles::Interval shown = interval ? *interval : Profiles::Interval();
    m_minutes->setValue(int(shown.every.count()));
    m_from->setTime(shown.from);
    m_to->setTime(shown.to);
    showChosen();
}

void AdvancedTimetable::loadDays(const Profiles::Days &days)
{
    const Profiles::Months *months = Profiles::monthsOf(days);
    const auto *named = months ? std::get_if<Profiles::NamedMonths>(months) : nullptr;
    (named ? m_named : m_everyMonth)->setChecked(true);
    m_months->setTicked(named ? named->months : QList<int>());
    const auto *every = months ? std::get_if<Profiles::EveryMonths>(months) : nullptr;
    m_everyMonths->setValue(every ? every->months : 1);

    const auto *ofMonth = std::get_if<Profiles::WeekdaysOfMonth>(&days);
    const auto *weeks = std::get_if<Profiles::EveryWeeks>(&days);
    m_weekdays->setTicked(numbersOf(ofMonth ? ofMonth->on : weeks ? weeks->on : Profiles::workweek));
    m_which->setTicked(ofMonth ? ofMonth->which : QList<int>{1});
    m_everyWeeks->setValue(weeks ? weeks->weeks : 1);
    const auto *everyDays = std::get_if<Profiles::EveryDays>(&days);
    m_everyDays->setValue(everyDays ? everyDays->days : 1);

    const auto *business = std::get_if<Profiles::BusinessDay>(&days);
    const Profiles::BusinessDay shown = business ? *business : Profiles::BusinessDay();
    m_businessDay->setValue(std::abs(shown.which));
    m_end->setCurrentIndex(shown.which < 0 ? 1 : 0);
    m_weekend->setTicked(numbersOf(shown.weekend));
    m_holidays->setText(shown.holidays);
}

Advanced AdvancedTimetable::advanced() const
{
    Advanced advanced{.days = days(),
                      .daysOfMonth = m_daysOfMonth->text(),
                      .hasLastDay = m_lastDay->isChecked(),
                      .setTimes = m_setTimes->text()};
    if (m_atInterval->isChecked())
        advanced.times = Profiles::Interval{std::chrono::minutes(m_minutes->value()), m_from->time(), m_to->time()};
    return advanced;
}

Profiles::Months AdvancedTimetable::months() const
{
    if (m_named->isChecked())
        return Profiles::NamedMonths{m_months->ticked()};
    return Profiles::EveryMonths{m_everyMonths->value()};
}

Profiles::Days AdvancedTimetable::days() const
{
    const int kind = m_kind->currentData().toInt();
    if (kind == kindOf<Profiles::EveryDays>())
        return Profiles::EveryDays{m_everyDays->value()};
    if (kind == kindOf<Profiles::EveryWeeks>())
        return Profiles::EveryWeeks{m_everyWeeks->value(), weekdaysIn(*m_weekdays)};
    if (kind == kindOf<Profiles::DaysOfMonth>())
        return Profiles::DaysOfMonth{.months = months()};
    if (kind == kindOf<Profiles::WeekdaysOfMonth>())
        return Profiles::WeekdaysOfMonth{months(), m_which->ticked(), weekdaysIn(*m_weekdays)};
    const int which = m_end->currentIndex() == 1 ? -m_businessDay->value() : m_businessDay->value();
    return Profiles::BusinessDay{months(), which, weekdaysIn(*m_weekend), m_holidays->text().trimmed()};
}

void AdvancedTimetable::showFault(SchedulePart part, const Words::Line &line)
{
    m_daysFault->say(part == SchedulePart::Days ? line : Words::Line());
    m_timesFault->say(part == SchedulePart::Times ? line : Words::Line());
}

void AdvancedTimetable::showHolidays(const Words::Line &line)
{
    m_holidaysInfo->say(line);
}

void AdvancedTimetable::showChosen()
{
    const int kind = m_kind->currentData().toInt();
    const bool isWeekly = kind == kindOf<Profiles::EveryWeeks>();
    const bool isWeekdayOfMonth = kind == kindOf<Profiles::WeekdaysOfMonth>();
    m_everyDaysRow->setVisible(kind == kindOf<Profiles::EveryDays>());
    m_everyWeeksRow->setVisible(isWeekly);
    m_daysOfMonthRow->setVisible(kind == kindOf<Profiles::DaysOfMonth>());
    m_which->setVisible(isWeekdayOfMonth);
    m_weekdays->setVisible(isWeekly || isWeekdayOfMonth);
    m_businessDayRow->setVisible(kind == kindOf<Profiles::BusinessDay>());
    m_monthsRow->setVisible(kind != kindOf<Profiles::EveryDays>() && !isWeekly);
    m_months->setVisible(m_named->isChecked());
    m_setTimes->setVisible(m_atSetTimes->isChecked());
    m_intervalRow->setVisible(m_atInterval->isChecked());
}

} // namespace Ui
