#include "ui/forms/tickrow.h"

#include "ui/look/flowlayout.h"

#include <QCheckBox>
#include <QLocale>
#include <QSignalBlocker>

namespace Ui {

TickRow::TickRow(const QString &name, const QList<Item> &items, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    auto *layout = new FlowLayout(FlowLayout::Widths::Equal, this);
    layout->setSpacing(fontMetrics().height() / 3);
    for (const Item &item : items) {
        auto *box = new QCheckBox(item.text, this);
        if (!item.spoken.isEmpty())
            box->setAccessibleName(item.spoken);
        layout->addWidget(box);
        m_boxes.append({item.value, box});
        connect(box, &QCheckBox::toggled, this, &TickRow::edited); // not clicked(): assistive technologies toggle
    }
    setFocusProxy(m_boxes.first().second);
}

void TickRow::setTicked(const QList<int> &values)
{
    const QSignalBlocker noEdit(this);
    for (const auto &[value, box] : std::as_const(m_boxes))
        box->setChecked(values.contains(value));
}

QList<int> TickRow::ticked() const
{
    QList<int> values;
    for (const auto &[value, box] : m_boxes) {
        if (box->isChecked())
            values.append(value);
    }
    return values;
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

} // namespace Ui
