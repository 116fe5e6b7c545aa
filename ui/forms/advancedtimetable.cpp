#include "ui/forms/advancedtimetable.h"

#include "ui/forms/tickrow.h"
#include "ui/look/emphasis.h"
#include "ui/look/opendialog.h"
#include "ui/look/wraplabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using DaysKind = Setup::ScheduleDraft::DaysKind;

const QString timeForm = u"HH:mm"_s;

QWidget *inRow(std::initializer_list<QWidget *> fields)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    for (QWidget *field : fields)
        layout->addWidget(field);
    layout->addStretch();
    return row;
}

QLabel *labelFor(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

QSpinBox *number(int from, int to, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(from, to);
    box->setAccessibleName(name);
    return box;
}

QTimeEdit *timeOfDay(const QString &name)
{
    auto *time = new QTimeEdit;
    time->setDisplayFormat(timeForm);
    time->setAccessibleName(name);
    return time;
}

QList<TickRow::Item> weekdayItems()
{
    QList<TickRow::Item> items;
    const QLocale locale;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        items.append({day, locale.standaloneDayName(day, QLocale::ShortFormat), locale.standaloneDayName(day)});
    return items;
}

QList<TickRow::Item> monthItems()
{
    QList<TickRow::Item> items;
    const QLocale locale;
    for (int month = 1; month <= 12; ++month)
        items.append(
            {month, locale.standaloneMonthName(month, QLocale::ShortFormat), locale.standaloneMonthName(month)});
    return items;
}

QList<TickRow::Item> whichItems()
{
    return {{1, AdvancedTimetable::tr("First")},
            {2, AdvancedTimetable::tr("Second")},
            {3, AdvancedTimetable::tr("Third")},
            {4, AdvancedTimetable::tr("Fourth")},
            {5, AdvancedTimetable::tr("Fifth")},
            {Profiles::lastOfMonth, AdvancedTimetable::tr("Last")}};
}

QStringList partsOf(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

template <typename T> QList<T> ascending(QList<T> values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

// 0, which is no day, for a part that is no number.
QList<int> daysIn(const QString &text)
{
    QList<int> days;
    for (const QString &part : partsOf(text))
        days.append(part.toInt());
    return ascending(days);
}

// An invalid time for a part that is none.
QList<QTime> timesIn(const QString &text)
{
    QList<QTime> times;
    for (const QString &part : partsOf(text))
        times.append(QTime::fromString(part, u"H:mm"_s));
    return ascending(times);
}

QString textOf(const QList<int> &days)
{
    QStringList texts;
    for (const int day : days)
        texts.append(QString::number(day));
    return texts.join(u", "_s);
}

QString textOf(const QList<QTime> &times)
{
    QStringList texts;
    for (const QTime &time : times)
        texts.append(time.toString(timeForm));
    return texts.join(u", "_s);
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

} // namespace

AdvancedTimetable::AdvancedTimetable(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_days(number(1, Profiles::maxEvery, tr("Every how many days")))
    , m_weeks(number(1, Profiles::maxEvery, tr("Every how many weeks")))
    , m_which(new TickRow(whichItems()))
    , m_weekdays(new TickRow(weekdayItems()))
    , m_daysOfMonth(new QLineEdit)
    , m_lastDay(new QCheckBox(tr("and the last day")))
{
    m_kind->addItem(tr("Every so many days"), int(DaysKind::EveryDays));
    m_kind->addItem(tr("Days of the week"), int(DaysKind::EveryWeeks));
    m_kind->addItem(tr("Days of the month"), int(DaysKind::DaysOfMonth));
    m_kind->addItem(tr("Weekdays of the month"), int(DaysKind::WeekdaysOfMonth));
    m_kind->addItem(tr("Business day of the month"), int(DaysKind::BusinessDay));
    m_kind->setAccessibleName(tr("Which days"));
    m_daysOfMonth->setAccessibleName(tr("Days of the month"));
    m_daysOfMonth->setPlaceholderText(tr("For example 1, 15"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Days"), m_kind);
    m_daysRow = inRow({labelFor(tr("E&very"), m_days), m_days, new QLabel(tr("days, from the first day on"))});
    m_weeksRow = inRow({labelFor(tr("E&very"), m_weeks), m_weeks, new QLabel(tr("weeks, on"))});
    m_daysOfMonthRow = inRow({m_daysOfMonth, m_lastDay});
    m_businessRow = makeBusinessDay();
    m_monthsRow = makeMonths();
    for (QWidget *part : std::initializer_list<QWidget *>{m_daysRow, m_weeksRow, m_daysOfMonthRow, m_which, m_weekdays,
                                                           m_businessRow, m_monthsRow, makeTimes()})
        form->addRow(part);
    listen();
    showChosen();
}

QWidget *AdvancedTimetable::makeMonths()
{
    m_everyMonths = new QRadioButton(tr("In ever&y"));
    m_everyMonths->setChecked(true);
    m_months = number(1, Profiles::maxEvery, tr("Every how many months"));
    m_namedMonths = new QRadioButton(tr("&In these months"));
    m_names = new TickRow(monthItems());
    auto *months = new QWidget;
    auto *group = new QButtonGroup(months);
    group->addButton(m_everyMonths);
    group->addButton(m_namedMonths);
    auto *layout = new QVBoxLayout(months);
    layout->setContentsMargins({});
    layout->addWidget(inRow({m_everyMonths, m_months, new QLabel(tr("months"))}));
    layout->addWidget(m_namedMonths);
    layout->addWidget(m_names);
    return months;
}

QWidget *AdvancedTimetable::makeBusinessDay()
{
    m_businessDay = number(1, Profiles::maxBusinessDay, tr("Which business day"));
    m_end = new QComboBox;
    m_end->addItem(tr("from the first of the month"));
    m_end->addItem(tr("from the last of the month"));
    m_end->setAccessibleName(tr("Counted from"));
    m_weekend = new TickRow(weekdayItems());
    m_holidays = new QLineEdit;
    m_holidays->setPlaceholderText(tr("None"));
    m_holidays->setWhatsThis(tr("A calendar file with whole-day events, as calendar programs and offices publish it. It "
                                "is read whenever the next run is determined."));
    auto *choose = new QPushButton(tr("C&hoose…"));
    connect(choose, &QPushButton::clicked, this, &AdvancedTimetable::chooseHolidays);
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(
        inRow({labelFor(tr("&Business day"), m_businessDay), m_businessDay, new QLabel(tr("counted")), m_end}));
    layout->addWidget(labelFor(tr("Days of the &weekend"), m_weekend));
    layout->addWidget(m_weekend);
    layout->addWidget(labelFor(tr("H&olidays (.ics file)"), m_holidays));
    auto *file = new QHBoxLayout;
    file->addWidget(m_holidays, 1);
    file->addWidget(choose);
    layout->addLayout(file);
    return row;
}

QWidget *AdvancedTimetable::makeTimes()
{
    m_setTimes = new QRadioButton(tr("A&t set times"));
    m_setTimes->setChecked(true);
    m_times = new QLineEdit;
    m_times->setAccessibleName(tr("Times of day"));
    m_times->setPlaceholderText(tr("For example 06:00, 18:00"));
    m_isInterval = new QRadioButton(tr("At an inter&val"));
    m_every = number(int(Profiles::minimumGap.count()), 24 * 60, tr("Every how many minutes"));
    m_from = timeOfDay(tr("Active from"));
    m_to = timeOfDay(tr("Active until"));
    auto *times = new QWidget;
    auto *group = new QButtonGroup(times);
    group->addButton(m_setTimes);
    group->addButton(m_isInterval);
    auto *layout = new QVBoxLayout(times);
    layout->setContentsMargins({});
    layout->addWidget(m_setTimes);
    layout->addWidget(m_times);
    layout->addWidget(m_isInterval);
    layout->addWidget(inRow({new QLabel(tr("Every")), m_every, new QLabel(tr("minutes, from")), m_from,
                             new QLabel(tr("until")), m_to}));
    return times;
}

void AdvancedTimetable::listen()
{
    const auto changed = [this] {
        showChosen();
        Q_EMIT edited();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, changed);
    connect(m_namedMonths, &QRadioButton::toggled, this, changed);
    connect(m_isInterval, &QRadioButton::toggled, this, changed);
    connect(m_end, &QComboBox::currentIndexChanged, this, &AdvancedTimetable::edited);
    connect(m_lastDay, &QCheckBox::toggled, this, &AdvancedTimetable::edited);
    for (const QSpinBox *box : {m_days, m_weeks, m_months, m_businessDay, m_every})
        connect(box, &QSpinBox::valueChanged, this, &AdvancedTimetable::edited);
    for (const QLineEdit *line : {m_daysOfMonth, m_holidays, m_times})
        connect(line, &QLineEdit::textChanged, this, &AdvancedTimetable::edited);
    for (const QTimeEdit *time : {m_from, m_to})
        connect(time, &QTimeEdit::timeChanged, this, &AdvancedTimetable::edited);
    for (const TickRow *row : {m_which, m_weekdays, m_names, m_weekend})
        connect(row, &TickRow::edited, this, &AdvancedTimetable::edited);
}

void AdvancedTimetable::chooseHolidays()
{
    auto *dialog = new QFileDialog(this, tr("Holidays"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Calendars (*.ics)"));
    connect(dialog, &QFileDialog::fileSelected, m_holidays, &QLineEdit::setText);
    openDialog(dialog);
}

void AdvancedTimetable::load(const Setup::ScheduleDraft &draft)
{
    const QSignalBlocker noEdit(this);
    m_kind->setCurrentIndex(m_kind->findData(int(draft.daysKind)));
    m_days->setValue(draft.everyDays.days);
    m_weeks->setValue(draft.everyWeeks.weeks);
    m_weekdays->setTicked(
        numbersOf(draft.daysKind == DaysKind::EveryWeeks ? draft.everyWeeks.on : draft.weekdays));
    m_which->setTicked(draft.whichWeekdays);
    QList<int> days = draft.daysOfMonth;
    m_lastDay->setChecked(days.removeAll(Profiles::lastOfMonth) > 0);
    m_daysOfMonth->setText(textOf(days));
    (draft.isNamedMonths ? m_namedMonths : m_everyMonths)->setChecked(true);
    m_months->setValue(draft.everyMonths.months);
    m_names->setTicked(draft.namedMonths);
    m_businessDay->setValue(std::abs(draft.businessDay));
    m_end->setCurrentIndex(draft.businessDay < 0 ? 1 : 0);
    m_weekend->setTicked(numbersOf(draft.weekend));
    m_holidays->setText(draft.holidays);
    (draft.isInterval ? m_isInterval : m_setTimes)->setChecked(true);
    m_times->setText(textOf(draft.setTimes.times));
    m_every->setValue(int(draft.interval.every.count()));
    m_from->setTime(draft.interval.from);
    m_to->setTime(draft.interval.to);
    showChosen();
}

void AdvancedTimetable::store(Setup::ScheduleDraft &draft) const
{
    draft.daysKind = DaysKind(m_kind->currentData().toInt());
    draft.everyDays.days = m_days->value();
    draft.everyWeeks.weeks = m_weeks->value();
    draft.everyWeeks.on = weekdaysIn(*m_weekdays);
    draft.weekdays = draft.everyWeeks.on;
    draft.whichWeekdays = m_which->ticked();
    draft.daysOfMonth = daysIn(m_daysOfMonth->text());
    if (m_lastDay->isChecked())
        draft.daysOfMonth.append(Profiles::lastOfMonth);
    draft.isNamedMonths = m_namedMonths->isChecked();
    draft.everyMonths.months = m_months->value();
    draft.namedMonths = m_names->ticked();
    draft.businessDay = m_end->currentIndex() == 1 ? -m_businessDay->value() : m_businessDay->value();
    draft.weekend = weekdaysIn(*m_weekend);
    draft.holidays = m_holidays->text().trimmed();
    draft.isInterval = m_isInterval->isChecked();
    draft.setTimes.times = timesIn(m_times->text());
    draft.interval = {std::chrono::minutes(m_every->value()), m_from->time(), m_to->time()};
}

void AdvancedTimetable::showChosen()
{
    const auto kind = DaysKind(m_kind->currentData().toInt());
    m_daysRow->setVisible(kind == DaysKind::EveryDays);
    m_weeksRow->setVisible(kind == DaysKind::EveryWeeks);
    m_daysOfMonthRow->setVisible(kind == DaysKind::DaysOfMonth);
    m_which->setVisible(kind == DaysKind::WeekdaysOfMonth);
    m_weekdays->setVisible(kind == DaysKind::EveryWeeks || kind == DaysKind::WeekdaysOfMonth);
    m_businessRow->setVisible(kind == DaysKind::BusinessDay);
    m_monthsRow->setVisible(kind >= DaysKind::DaysOfMonth);
    m_months->setEnabled(m_everyMonths->isChecked());
    m_names->setEnabled(m_namedMonths->isChecked());
    m_times->setEnabled(m_setTimes->isChecked());
    for (QWidget *part : std::initializer_list<QWidget *>{m_every, m_from, m_to})
        part->setEnabled(m_isInterval->isChecked());
}

} // namespace Ui
