#include "ui/look/diffcelldelegate.h"

#include "ui/look/icons.h"
#include "ui/look/kindlook.h"
#include "ui/look/palette.h"

#include <QPainter>

#include <algorithm>

namespace Ui {

namespace {

TonePair colorsOf(Review::Kind kind, const QPalette &palette)
{
    if (kind == Review::Kind::Equal || kind == Review::Kind::LeftAlone)
        return {palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)};
    return kindLook(kind, palette).colors;
}

void paintText(QPainter *painter, const QRect &room, const QString &text, Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter->fontMetrics();
    // Most texts are much shorter than the cell: only others are laid out to be measured.
    const bool fits = text.size() * 2 * metrics.averageCharWidth() <= room.width();
    painter->drawText(room, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      fits ? text : metrics.elidedText(text, Qt::ElideRight, room.width()));
}

// Before the value, beside it: the symbol, and the word where there is room. What remains is for the value.
QRect paintKept(QPainter *painter, QRect room, const QString &word, int valueWidth, bool isRight)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int gap = metrics.averageCharWidth() / 2;
    const int symbol = metrics.ascent();
    const int worded = symbol + gap + metrics.horizontalAdvance(word) + 1;
    const bool hasWord = worded + 3 * gap + valueWidth < room.width();
    const int width = (hasWord ? worded : symbol) + 3 * gap;
    QRect left = room;
    if (isRight)
        left.setLeft(std::max(room.left(), room.right() + 1 - width - valueWidth));
    const QColor color = painter->pen().color();
    paintIcon(painter, QRect(left.left(), room.center().y() - symbol / 2, symbol, symbol), Icon::Lock, color);
    if (hasWord)
        paintText(painter, left.adjusted(symbol + gap, 0, 0, 0), word, Qt::AlignLeft);
    room.setLeft(left.left() + width);
    return room;
}

} // namespace

void DiffCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QVariant told = index.data(kindRole);
    const Review::Kind kind = told.isValid() ? Review::Kind(told.toInt()) : Review::Kind::Equal;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QString kept = index.data(keptRole).toString();
    const TonePair colors = kept.isEmpty() ? colorsOf(kind, item.palette) : toneColors(Words::Tone::Note, item.palette);
    const bool isInverse = isSelected && isHighContrast(item.palette); // then only one colour can be read
    const auto setPen = [&](const QColor &color) {
        painter->setPen(isInverse ? item.palette.color(QPalette::HighlightedText) : color);
    };
    if (kind == Review::Kind::New && isHighContrast(item.palette))
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
            setPen(kind == Review::Kind::Cleared || kind == Review::Kind::FormulaLost || kind == Review::Kind::Edited
                       ? colors.text
                       : item.palette.color(QPalette::PlaceholderText));
            paintText(painter, left, before, Qt::AlignLeft);
            room.setLeft(left.right() + 2 * margin);
        }
        painter->setFont(item.font);
    }
    if (!kept.isEmpty()) {
        setPen(colors.text);
        room = paintKept(painter, room, kept, painter->fontMetrics().horizontalAdvance(item.text) + 2,
                         side.testFlag(Qt::AlignRight));
    }
    const bool isPlain = !kept.isEmpty() || kind == Review::Kind::Changed || kind == Review::Kind::New
        || kind == Review::Kind::Edited || kind == Review::Kind::FormulaLost; // the values that matter
    setPen(isPlain ? item.palette.color(QPalette::Text) : colors.text);
    paintText(painter, room, item.text, side);
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(item.palette.color(QPalette::Link));
        painter->drawRect(item.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace Ui
