#include "ui/forms/basictimetable.h"

#include "ui/forms/formparts.h"
#include "ui/look/statusline.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace Ui {

namespace {

using Basic = Setup::ScheduleDraft::Basic;
using Unit = Basic::Unit;

QString helpOn(Unit unit)
{
    switch (unit) {
    case Unit::Hours:
        return BasicTimetable::tr("Counted anew every day, from the first active hour. The end is not included; 00:00 "
                                  "is the end of the day.");
    case Unit::Days: return BasicTimetable::tr("Counted from the start.");
    case Unit::Weekdays: return {};
    case Unit::Weeks: return BasicTimetable::tr("On the day of the week of the start.");
    case Unit::Months:
        return BasicTimetable::tr("On the day of the month of the start. A month without that day is left out.");
    }
    Q_UNREACHABLE();
}

} // namespace

BasicTimetable::BasicTimetable(QWidget *parent)
    : QWidget(parent)
    , m_every(numberField(tr("Every how many"), 1, Profiles::maxEvery))
    , m_unit(new QComboBox)
    , m_at(timeField(tr("Time of day")))
    , m_from(timeField(tr("Active from")))
    , m_to(timeField(tr("Active until")))
    , m_help(explanation({}))
    , m_fault(new StatusLine)
{
    m_unit->addItem(tr("hours"), int(Unit::Hours));
    m_unit->addItem(tr("days"), int(Unit::Days));
    m_unit->addItem(tr("weekday, Monday to Friday"), int(Unit::Weekdays));
    m_unit->addItem(tr("weeks"), int(Unit::Weeks));
    m_unit->addItem(tr("months"), int(Unit::Months));
    m_unit->setAccessibleName(tr("Hours, days, weeks or months"));
    m_fault->setObjectName(QStringLiteral("basicTimesFault"));
    m_atRow = rowOf({wordsBefore(tr("A&t"), m_at), m_at});
    m_hoursRow = rowOf({wordsBefore(tr("Acti&ve from"), m_from), m_from, wordsBefore(tr("unti&l"), m_to), m_to});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(rowOf({wordsBefore(tr("&Every"), m_every), m_every, m_unit}));
    for (QWidget *part : std::initializer_list<QWidget *>{m_atRow, m_hoursRow, m_help, m_fault})
        layout->addWidget(part);

    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        showUnit();
        Q_EMIT edited();
    });
    connect(m_every, &QSpinBox::valueChanged, this, &BasicTimetable::edited);
    for (const QTimeEdit *time : {m_at, m_from, m_to})
        connect(time, &QTimeEdit::timeChanged, this, &BasicTimetable::edited);
    load({});
}

void BasicTimetable::load(const Basic &basic)
{
    const QSignalBlocker noEdit(this);
    m_unit->setCurrentIndex(m_unit->findData(int(basic.unit)));
    showUnit();
    m_every->setValue(basic.every);
    m_at->setTime(basic.at);
    m_from->setTime(basic.from);
    m_to->setTime(basic.to);
}

Basic BasicTimetable::basic() const
{
    return {.unit = Unit(m_unit->currentData().toInt()),
            .every = m_every->value(),
            .from = m_from->time(),
            .to = m_to->time(),
            .at = m_at->time()};
}

void BasicTimetable::showFault(SchedulePart part, const Words::Line &line)
{
    m_fault->say(part == SchedulePart::Times ? line : Words::Line());
}

void BasicTimetable::showUnit()
{
    const auto unit = Unit(m_unit->currentData().toInt());
    m_every->setVisible(unit != Unit::Weekdays);
    m_every->setMaximum(unit == Unit::Hours ? Basic::maxHours : Profiles::maxEvery);
    m_atRow->setVisible(unit != Unit::Hours);
    m_hoursRow->setVisible(unit == Unit::Hours);
    m_help->setText(helpOn(unit));
    m_help->setHidden(m_help->text().isEmpty());
}

} // namespace Ui
