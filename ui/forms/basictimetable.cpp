#include "ui/forms/basictimetable.h"

#include "ui/look/emphasis.h"
#include "ui/look/wraplabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace Ui {

namespace {

using Unit = Setup::ScheduleDraft::Unit;

// A label and fields in one row. The label belongs to the first of them.
QWidget *rowOf(const QString &text, std::initializer_list<QWidget *> fields)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto *label = new QLabel(text);
    label->setBuddy(*fields.begin());
    layout->addWidget(label);
    for (QWidget *field : fields)
        layout->addWidget(field);
    layout->addStretch();
    return row;
}

} // namespace

BasicTimetable::BasicTimetable(QWidget *parent)
    : QWidget(parent)
    , m_every(new QSpinBox)
    , m_unit(new QComboBox)
    , m_at(new QTimeEdit)
    , m_from(new QTimeEdit)
    , m_to(new QTimeEdit)
    , m_help(new WrapLabel)
{
    m_every->setRange(1, Profiles::maxEvery);
    m_every->setAccessibleName(tr("Every how many"));
    m_unit->addItem(tr("hours"), int(Unit::Hours));
    m_unit->addItem(tr("days"), int(Unit::Days));
    m_unit->addItem(tr("weekdays"), int(Unit::Weekdays));
    m_unit->addItem(tr("weeks"), int(Unit::Weeks));
    m_unit->addItem(tr("months"), int(Unit::Months));
    m_unit->setAccessibleName(tr("Hours, days, weeks or months"));
    m_at->setAccessibleName(tr("Time of day"));
    m_from->setAccessibleName(tr("Active from"));
    m_to->setAccessibleName(tr("Active until"));
    for (QTimeEdit *time : {m_at, m_from, m_to})
        time->setDisplayFormat(QStringLiteral("HH:mm"));
    makeSecondary(m_help);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(rowOf(tr("Ever&y"), {m_every, m_unit}));
    m_atRow = rowOf(tr("A&t"), {m_at});
    auto *until = new QLabel(tr("unt&il"));
    until->setBuddy(m_to);
    m_hoursRow = rowOf(tr("&Active from"), {m_from, until, m_to});
    layout->addWidget(m_atRow);
    layout->addWidget(m_hoursRow);
    layout->addWidget(m_help);

    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        showUnit();
        Q_EMIT edited();
    });
    connect(m_every, &QSpinBox::valueChanged, this, &BasicTimetable::edited);
    for (const QTimeEdit *time : {m_at, m_from, m_to})
        connect(time, &QTimeEdit::timeChanged, this, &BasicTimetable::edited);
    showUnit();
}

void BasicTimetable::load(const Setup::ScheduleDraft &draft)
{
    const QSignalBlocker noEdit(this);
    m_unit->setCurrentIndex(m_unit->findData(int(draft.unit)));
    m_every->setValue(draft.every);
    m_at->setTime(draft.at);
    m_from->setTime(draft.from);
    m_to->setTime(draft.to);
    showUnit();
}

void BasicTimetable::store(Setup::ScheduleDraft &draft) const
{
    draft.unit = Unit(m_unit->currentData().toInt());
    draft.every = draft.unit == Unit::Weekdays ? 1 : m_every->value();
    draft.at = m_at->time();
    draft.from = m_from->time();
    draft.to = m_to->time();
}

void BasicTimetable::showUnit()
{
    const auto unit = Unit(m_unit->currentData().toInt());
    m_every->setEnabled(unit != Unit::Weekdays);
    m_every->setMaximum(unit == Unit::Hours ? 23 : Profiles::maxEvery);
    m_atRow->setVisible(unit != Unit::Hours);
    m_hoursRow->setVisible(unit == Unit::Hours);
    switch (unit) {
    case Unit::Hours:
        m_help->setText(tr("Counted anew every day, from the first active hour. The end is not included; from 00:00 "
                           "until 00:00 is the whole day."));
        break;
    case Unit::Days: m_help->setText(tr("Counted from the first day.")); break;
    case Unit::Weekdays: m_help->setText(tr("Monday to Friday.")); break;
    case Unit::Weeks: m_help->setText(tr("On the day of the week of the first day.")); break;
    case Unit::Months:
        m_help->setText(tr("On the day of the month of the first day. A month without that day has no run."));
        break;
    }
}

} // namespace Ui
