#include "ui/look/icons.h"

#include "ui/look/palette.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr std::array names{"add",      "archive", "calendar", "check", "clock",   "copy",    "cross",   "dataset",
                           "down",     "edit",    "export",   "eye",   "folder",  "formula", "forward", "help",
                           "import",   "key",     "lock",     "more",  "neutral", "open",    "run",     "search",
                           "settings", "sheet",   "shield",   "stop",  "undo",    "up",      "warning"};
static_assert(names.size() == size_t(Icon::Warning) + 1);

QString fileOf(Icon which)
{
    return u":/icons/%1.svg"_s.arg(QLatin1String(names.at(size_t(which))));
}

QPixmap pictureOf(Icon which, const QColor &color, int side)
{
    const QString key = u"%1 %2 %3"_s.arg(fileOf(which), color.name(QColor::HexArgb)).arg(side);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    QFile file(fileOf(which));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer drawing(file.readAll().replace("currentColor", color.name().toLatin1()));
    picture = QPixmap(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawing.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

class Engine final : public QIconEngine
{
public:
    Engine(Icon which, QPalette::ColorRole role, std::optional<Words::Tone> tone)
        : m_which(which), m_role(role), m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_which, colorIn(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, picture.rect(), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new Engine(*this); }

private:
    [[nodiscard]] QColor colorIn(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected && (isHighContrast(palette) || !m_tone))
            return palette.color(QPalette::HighlightedText);
        return m_tone ? toneColors(*m_tone, palette).text : palette.color(m_role);
    }

    Icon m_which;
    QPalette::ColorRole m_role;
    std::optional<Words::Tone> m_tone; // takes the place of the role
};

} // namespace

QIcon icon(Icon which, QPalette::ColorRole role)
{
    return QIcon(new Engine(which, role, {}));
}

QIcon icon(Icon which, Words::Tone tone)
{
    return QIcon(new Engine(which, QPalette::WindowText, tone));
}

Icon symbolOf(Words::Tone tone)
{
    switch (tone) {
    case Words::Tone::Note: return Icon::Neutral;
    case Words::Tone::Ok: return Icon::Check;
    case Words::Tone::Warning: return Icon::Warning;
    case Words::Tone::Error: return Icon::Cross;
    case Words::Tone::Waiting: return Icon::Run;
    }
    Q_UNREACHABLE();
}

QIcon toneIcon(Words::Tone tone)
{
    return tone == Words::Tone::Note ? QIcon() : icon(symbolOf(tone), tone);
}

void paintIcon(QPainter *painter, const QRect &rect, Icon which, const QColor &color)
{
    const int side = std::min(rect.width(), rect.height());
    if (side <= 0)
        return;
    const double scale = painter->device()->devicePixelRatio() * painter->worldTransform().m11();
    QPixmap picture = pictureOf(which, color, int(std::lround(side * scale)));
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter->drawPixmap(square, picture);
}

} // namespace Ui
