#include "ui/forms/tickrow.h"

#include "ui/look/flowlayout.h"

#include <QCheckBox>
#include <QSignalBlocker>

namespace Ui {

TickRow::TickRow(const QList<Item> &items, QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(FlowLayout::Widths::Own, this);
    layout->setContentsMargins({});
    for (const Item &item : items) {
        auto *box = new QCheckBox(item.text, this);
        if (!item.spoken.isEmpty())
            box->setAccessibleName(item.spoken);
        layout->addWidget(box);
        m_boxes.append({item.value, box});
        connect(box, &QCheckBox::toggled, this, &TickRow::edited); // also by assistive technologies
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

} // namespace Ui
