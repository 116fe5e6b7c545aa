#pragma once

#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "words/line.h"

#include <QWidget>

namespace Ui {

// A state in few words with the symbol and colours of its tone, as a rounded label.
class Chip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chip)

public:
    explicit Chip(QWidget *parent = nullptr);

    void setLine(const Words::Line &line);
    [[nodiscard]] const Words::Line &line() const { return m_line; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Words::Line m_line;
};

// The same for a delegate: as wide as needed, at most as `rect`, where it is centred vertically at the leading side. A
// text that does not fit is elided.
struct ChipPlace
{
    QRect rect;
    QFont font; // of the surroundings
    QPalette palette;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};
void paintChip(QPainter *painter, const ChipPlace &place, const Words::Line &line);

// Likewise, with another symbol or other colours than those of a tone.
struct ChipLook
{
    Icon symbol;
    TonePair colors;
};
void paintChip(QPainter *painter, const ChipPlace &place, const ChipLook &look, const QString &text);
[[nodiscard]] QSize chipSize(const QFont &font, const QString &text); // without a text, that of the symbol alone

} // namespace Ui
