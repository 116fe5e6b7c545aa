#include "ui/forms/durationfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Ui {

DurationField::DurationField(const QString &name, const Limits &limits, const QString &none, QWidget *parent)
    : QWidget(parent), m_limits(limits), m_count(new QSpinBox(this)), m_unit(new QComboBox(this))
{
    m_count->setAccessibleName(name);
    m_count->setSpecialValueText(none);
    m_unit->setAccessibleName(tr("Unit: %1").arg(name));
    m_unit->addItem(tr("minutes"), 1);
    m_unit->addItem(tr("hours"), 60);
    if (limits.most >= std::chrono::hours(48))
        m_unit->addItem(tr("days"), 24 * 60);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_count);
    layout->addWidget(m_unit);
    setFocusProxy(m_count);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DurationField::showRange);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DurationField::edited);
    connect(m_count, &QSpinBox::valueChanged, this, &DurationField::edited);
    showRange();
}

void DurationField::setDuration(std::chrono::minutes duration)
{
    const QSignalBlocker noEdit(this);
    const auto minutes = int(duration.count());
    int unit = m_unit->count() - 1;
    while (unit > 0 && (minutes == 0 || minutes % m_unit->itemData(unit).toInt() != 0))
        --unit;
    m_unit->setCurrentIndex(minutes == 0 ? m_unit->findData(60) : unit);
    m_count->setValue(minutes / m_unit->currentData().toInt());
}

std::chrono::minutes DurationField::duration() const
{
    return std::chrono::minutes(m_count->value() * m_unit->currentData().toInt());
}

void DurationField::showRange()
{
    const int unit = m_unit->currentData().toInt();
    const auto least = int(m_limits.least.count());
    m_count->setRange((least + unit - 1) / unit, int(m_limits.most.count()) / unit);
}

} // namespace Ui
