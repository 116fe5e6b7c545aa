#include "ui/look/twolineheader.h"

#include "ui/look/fonts.h"

#include <QPainter>

#include <algorithm>

namespace Ui {

TwoLineHeader::TwoLineHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

void TwoLineHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = section;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const int margin = fontMetrics().averageCharWidth() / 2 + 2;
    const int height = fontMetrics().height();
    QRect line(rect.left() + margin, rect.center().y() - height, rect.width() - 2 * margin, height);
    const auto alignment = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt())
        & Qt::AlignHorizontal_Mask;
    const int flags = int((alignment ? alignment : Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
    const auto paint = [&](const QFont &font, QPalette::ColorRole role, const QString &text) {
        painter->setFont(font);
        painter->setPen(palette().color(role));
        painter->drawText(line, flags, QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
    };
    painter->save();
    paint(semiBold(font()), QPalette::WindowText, model()->headerData(section, orientation()).toString());
    line.translate(0, height);
    paint(font(), QPalette::PlaceholderText, model()->headerData(section, orientation(), secondRole).toString());
    painter->restore();
}

QSize TwoLineHeader::sectionSizeFromContents(int section) const
{
    const QString first = model()->headerData(section, orientation()).toString();
    const QString second = model()->headerData(section, orientation(), secondRole).toString();
    const int width =
        std::max(QFontMetrics(semiBold(font())).horizontalAdvance(first), fontMetrics().horizontalAdvance(second));
    return {width + 2 * fontMetrics().averageCharWidth() + 4, 2 * fontMetrics().height() + fontMetrics().height() / 2};
}

} // namespace Ui
