#include "ui/look/chip.h"

#include "ui/look/fonts.h"
#include "ui/look/rounded.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Ui {

namespace {

QFont chipFont(const QFont &font)
{
    return semiBold(scaled(font, smallText));
}

struct Measures
{
    explicit Measures(const QFont &font) : metrics(font), margin(metrics.height() / 2), gap(metrics.height() / 3) { }

    QFontMetrics metrics;
    int margin; // at both ends
    int gap; // between symbol and text
    [[nodiscard]] int symbol() const { return metrics.height() * 7 / 8; }
};

} // namespace

QSize chipSize(const QFont &font, const QString &text)
{
    const Measures measures(chipFont(font));
    const int words = text.isEmpty() ? 0 : measures.gap + measures.metrics.horizontalAdvance(text) + 2; // rounding
    return {2 * measures.margin + measures.symbol() + words, measures.metrics.height() * 4 / 3};
}

void paintChip(QPainter *painter, const ChipPlace &place, const Words::Line &line)
{
    paintChip(painter, place, {symbolOf(line.tone), toneColors(line.tone, place.palette)}, line.text);
}

void paintChip(QPainter *painter, const ChipPlace &place, const ChipLook &look, const QString &text)
{
    const QFont font = chipFont(place.font);
    const Measures measures(font);
    const TonePair &colors = look.colors;
    const QSize size = chipSize(place.font, text).boundedTo(place.rect.size());
    const QRect rect = QStyle::alignedRect(place.direction, Qt::AlignVCenter | Qt::AlignLeft, size, place.rect);
    const bool needsLine = isHighContrast(place.palette);
    paintRounded(
        painter, rect,
        {.ground = colors.ground, .line = needsLine ? colors.text : QColor(), .radius = double(rect.height()) / 2});
    const QRect inner = rect.adjusted(measures.margin, 0, -measures.margin, 0);
    const QRect symbol(0, 0, measures.symbol(), measures.symbol());
    paintIcon(painter, QStyle::alignedRect(place.direction, Qt::AlignVCenter | Qt::AlignLeft, symbol.size(), inner),
              look.symbol, colors.text);
    if (text.isEmpty())
        return;
    const int room = inner.width() - measures.symbol() - measures.gap;
    const QRect words = QStyle::alignedRect(place.direction, Qt::AlignVCenter | Qt::AlignRight,
                                            {std::max(room, 0), inner.height()}, inner);
    painter->save();
    painter->setFont(font);
    painter->setPen(colors.text);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                      measures.metrics.elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

Chip::Chip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setLine(const Words::Line &line)
{
    if (line == m_line)
        return;
    m_line = line;
    setAccessibleName(line.text);
    setAccessibleDescription(Words::toneName(line.tone));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(font(), m_line.text);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, {.rect = rect(), .font = font(), .palette = palette(), .direction = layoutDirection()}, m_line);
}

} // namespace Ui
