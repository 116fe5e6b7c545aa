#include "ui/look/diffcelldelegate.h"

#include "ui/look/palette.h"

#include <QPainter>

#include <algorithm>

namespace Ui {

namespace {

TonePair colorsOf(Sheet::Change change, const QPalette &palette)
{
    switch (change) {
    case Sheet::Change::Unchanged: break;
    case Sheet::Change::Changed: return toneColors(Words::Tone::Warning, palette);
    case Sheet::Change::New: return toneColors(Words::Tone::Ok, palette);
    case Sheet::Change::Cleared: return toneColors(Words::Tone::Error, palette);
    case Sheet::Change::Kept: return formulaColors(palette);
    }
    return {palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)};
}

void paintText(QPainter *painter, const QRect &room, const QString &text, Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter->fontMetrics();
    // Most texts are much shorter than the cell: only others are laid out to be measured.
    const bool fits = text.size() * 2 * metrics.averageCharWidth() <= room.width();
    painter->drawText(room, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      fits ? text : metrics.elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

void DiffCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QVariant told = index.data(changeRole);
    const Sheet::Change change = told.isValid() ? Sheet::Change(told.toInt()) : Sheet::Change::Unchanged;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const TonePair colors = colorsOf(change, item.palette);
    const bool isInverse = isSelected && isHighContrast(item.palette); // then only one colour can be read
    const auto setPen = [&](const QColor &color) {
        painter->setPen(isInverse ? item.palette.color(QPalette::HighlightedText) : color);
    };
    if (change == Sheet::Change::New && isHighContrast(item.palette))
        item.font.setUnderline(true); // no ground tells it from an unchanged one
    painter->save();
    painter->fillRect(item.rect, isSelected ? item.palette.color(QPalette::Highlight) : colors.ground);
    if (item.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item.rect, item.backgroundBrush);
    const int margin = item.fontMetrics.averageCharWidth() / 2 + 2;
    QRect room = item.rect.adjusted(margin, 0, -margin, 0);
    const auto side = item.displayAlignment & Qt::AlignHorizontal_Mask;
    painter->setFont(item.font);
    const QString before = index.data(beforeRole).toString();
    if (!before.isEmpty()) {
        QFont struck = item.font;
        struck.setStrikeOut(true);
        struck.setBold(false);
        const int own = painter->fontMetrics().horizontalAdvance(item.text);
        painter->setFont(struck);
        const int width = painter->fontMetrics().horizontalAdvance(before) + 1; // measures differ by fractions
        const int needed = own + 2 * margin + width;
        if (needed <= room.width()) {
            QRect left = room;
            if (side & Qt::AlignRight)
                left.setLeft(room.right() - needed + 1);
            left.setWidth(width);
            setPen(change == Sheet::Change::Cleared ? colors.text : item.palette.color(QPalette::PlaceholderText));
            paintText(painter, left, before, Qt::AlignLeft);
            room.setLeft(left.right() + 2 * margin);
        }
        painter->setFont(item.font);
    }
    const bool isPlain = change == Sheet::Change::Changed || change == Sheet::Change::New; // the values that matter
    setPen(isPlain ? item.palette.color(QPalette::Text) : colors.text);
    paintText(painter, room, item.text, side);
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(item.palette.color(QPalette::Link));
        painter->drawRect(item.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace Ui
