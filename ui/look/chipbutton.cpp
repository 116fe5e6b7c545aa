#include "ui/look/chipbutton.h"

#include "ui/look/rounded.h"

#include <QPainter>

namespace Ui {

namespace {

constexpr int border = 2; // around the chip, when it is on or has the focus

} // namespace

ChipButton::ChipButton(Words::Tone tone, QWidget *parent)
    : ChipButton(
        [tone](const QPalette &palette) {
            return ChipLook{symbolOf(tone), toneColors(tone, palette)};
        },
        parent)
{
}

ChipButton::ChipButton(Look look, QWidget *parent) : QAbstractButton(parent), m_look(std::move(look))
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ChipButton::sizeHint() const
{
    return chipSize(font(), text()).grownBy({border, border, border, border});
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect inner = rect().adjusted(border, border, -border, -border);
    const ChipLook look = m_look(palette());
    paintChip(&painter, {.rect = inner, .font = font(), .palette = palette(), .direction = layoutDirection()}, look,
              text());
    if (isChecked() || hasFocus() || underMouse())
        paintRounded(&painter, rect(),
                     {.line = look.colors.text, .lineWidth = isChecked() ? 2.0 : 1.0, .radius = double(height()) / 2});
}

} // namespace Ui
