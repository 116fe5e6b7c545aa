#include "ui/look/toneicon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace Ui {

namespace {

using Words::Tone;

// On a 16 × 16 grid.
QPainterPath symbolOf(Tone tone)
{
    QPainterPath path;
    switch (tone) {
    case Tone::Note: break;
    case Tone::Ok:
        path.moveTo(3, 8.5);
        path.lineTo(6.5, 12);
        path.lineTo(13, 4.5);
        break;
    case Tone::Warning:
        path.moveTo(8, 2.5);
        path.lineTo(14.2, 13.5);
        path.lineTo(1.8, 13.5);
        path.closeSubpath();
        path.moveTo(8, 6.5);
        path.lineTo(8, 9.2);
        path.moveTo(8, 11.5);
        path.lineTo(8, 11.6);
        break;
    case Tone::Error:
        path.moveTo(4, 4);
        path.lineTo(12, 12);
        path.moveTo(12, 4);
        path.lineTo(4, 12);
        break;
    case Tone::Waiting:
        for (const double x : {3.0, 8.0, 13.0}) {
            path.moveTo(x, 8);
            path.lineTo(x, 8.1);
        }
        break;
    }
    return path;
}

class ToneEngine final : public QIconEngine
{
public:
    explicit ToneEngine(Tone tone) : m_tone(tone) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor color = mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
            : mode == QIcon::Disabled                ? palette.color(QPalette::Disabled, QPalette::WindowText)
                                                     : toneColor(m_tone, palette);
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2);
        painter->scale(side / 16, side / 16);
        painter->setPen(QPen(color, m_tone == Tone::Waiting ? 2.4 : 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(symbolOf(m_tone));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, picture.rect(), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ToneEngine(m_tone); }

private:
    Tone m_tone;
};

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    switch (tone) {
    case Tone::Note: break;
    case Tone::Ok: return isDark ? QColor(0x6f, 0xd3, 0x94) : QColor(0x11, 0x70, 0x3a);
    case Tone::Warning: return isDark ? QColor(0xf2, 0xc4, 0x6d) : QColor(0x7a, 0x4b, 0x00);
    case Tone::Error: return isDark ? QColor(0xff, 0x9b, 0x93) : QColor(0xb3, 0x26, 0x1e);
    case Tone::Waiting: return isDark ? QColor(0x8d, 0xba, 0xff) : QColor(0x0b, 0x5c, 0xc4);
    }
    return palette.color(QPalette::WindowText);
}

QIcon toneIcon(Tone tone)
{
    return tone == Tone::Note ? QIcon() : QIcon(new ToneEngine(tone));
}

} // namespace Ui
