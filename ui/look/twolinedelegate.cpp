#include "ui/look/twolinedelegate.h"

#include "ui/look/fonts.h"
#include "ui/look/palette.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace Ui {

void paintItemGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      option.palette.color(QPalette::Mid));
}

void paintSelectionMark(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QRect mark(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, mark),
                          option.palette.color(QPalette::Link));
}

TwoLineDelegate::TwoLineDelegate(Icon which, int secondRole, QObject *parent)
    : QStyledItemDelegate(parent), m_icon(which), m_secondRole(secondRole)
{
}

int TwoLineDelegate::rowHeight(const QFontMetrics &metrics)
{
    return 2 * metrics.height() + 18;
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintItemGround(painter, item);
    const QString second = index.data(m_secondRole).toString();
    const QFontMetrics bold(semiBold(item.font));
    const QFontMetrics small(scaled(item.font, smallText));
    const int margin = item.fontMetrics.height();
    paintSelectionMark(painter, item);
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const auto secondary =
        isSelected && isHighContrast(item.palette) ? QPalette::HighlightedText : QPalette::PlaceholderText;
    const QRect symbol(item.rect.left() + margin, item.rect.top(), item.fontMetrics.height(), item.rect.height());
    paintIcon(painter, QStyle::visualRect(item.direction, item.rect, symbol), m_icon, item.palette.color(secondary));
    const QRect room = QStyle::visualRect(item.direction, item.rect, item.rect.adjusted(margin * 3, 0, -margin / 2, 0));
    const int height = bold.height() + (second.isEmpty() ? 0 : small.height() + 1);
    QRect line(room.left(), room.top() + (room.height() - height) / 2, room.width(), bold.height());
    const auto group = item.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const auto role = isSelected ? QPalette::HighlightedText : QPalette::Text;
    painter->save();
    painter->setFont(semiBold(item.font));
    painter->setPen(item.palette.color(group, role));
    constexpr int flags = Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine;
    painter->drawText(line, flags, bold.elidedText(item.text, Qt::ElideRight, room.width()));
    if (!second.isEmpty()) {
        line = QRect(room.left(), line.bottom() + 2, room.width(), small.height());
        painter->setFont(scaled(item.font, smallText));
        painter->setPen(item.palette.color(group, secondary));
        painter->drawText(line, flags, small.elidedText(second, Qt::ElideLeft, room.width()));
    }
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics bold(semiBold(option.font));
    const QFontMetrics small(scaled(option.font, smallText));
    const int words = std::max(bold.horizontalAdvance(index.data().toString()),
                               small.horizontalAdvance(index.data(m_secondRole).toString()));
    return {words + option.fontMetrics.height() * 7 / 2, rowHeight(option.fontMetrics)};
}

} // namespace Ui
