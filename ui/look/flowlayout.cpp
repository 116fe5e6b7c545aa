#include "ui/look/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Ui {

FlowLayout::FlowLayout(Widths widths, QWidget *parent) : QLayout(parent), m_widths(widths)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<QLayoutItem *> FlowLayout::shownItems() const
{
    std::vector<QLayoutItem *> shown;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            shown.push_back(item.get());
    }
    return shown;
}

std::vector<QRect> FlowLayout::places(const QRect &rect) const
{
    const std::vector<QLayoutItem *> items = shownItems();
    std::vector<QRect> found;
    if (items.empty())
        return found;
    const int gap = std::max(spacing(), 0);
    int widest = 0;
    for (const QLayoutItem *item : items)
        widest = std::max(widest, item->sizeHint().width());
    const int shown = int(items.size());
    const int fitting = std::clamp((rect.width() + gap) / std::max(widest + gap, 1), 1, shown);
    const int rows = (shown + fitting - 1) / fitting;
    const int columns = (shown + rows - 1) / rows; // 2 and 2 rather than 3 and 1
    int x = rect.x();
    int y = rect.y();
    int rowHeight = 0;
    size_t first = 0; // of the row
    const auto centreRow = [&] {
        for (; first < found.size(); ++first)
            found[first].translate(0, (rowHeight - found[first].height()) / 2);
    };
    for (const QLayoutItem *item : items) {
        QSize size = item->sizeHint();
        size.setWidth(m_widths == Widths::Equal ? (rect.width() - (columns - 1) * gap) / columns
                                                : std::min(size.width(), rect.width()));
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            centreRow();
            x = rect.x();
            y += rowHeight + gap;
            rowHeight = 0;
        }
        found.emplace_back(QPoint(x, y), size);
        x += size.width() + gap;
        rowHeight = std::max(rowHeight, size.height());
    }
    centreRow();
    return found;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const QRect &place : places({0, 0, width - margins.left() - margins.right(), 0}))
        height = std::max(height, place.y() + place.height());
    return height + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : shownItems()) {
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + hint.width() + std::max(spacing(), 0), std::max(size.height(), hint.height()));
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : shownItems())
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const std::vector<QLayoutItem *> items = shownItems();
    const std::vector<QRect> found = places(inner);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (size_t at = 0; at < items.size(); ++at)
        items[at]->setGeometry(QStyle::visualRect(direction, inner, found[at]));
}

} // namespace Ui
