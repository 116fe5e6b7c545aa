#include "ui/look/palette.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <initializer_list>

namespace Ui {

namespace {

constexpr int darkBelow = 128; // lightness of a ground
constexpr int fullDifference = 245; // of lightness: only black and white, or nearly, have more

struct Scheme
{
    QColor ground, card, text, secondary, line, accent, onAccent, selected;
    TonePair note, ok, warning, error, running, formula;
};

const Scheme &schemeOf(bool dark)
{
    static const Scheme light{.ground = 0xf6f7f9,
                              .card = 0xffffff,
                              .text = 0x1c2430,
                              .secondary = 0x566172,
                              .line = 0xd9dee5,
                              .accent = 0x0b5cc4,
                              .onAccent = 0xffffff,
                              .selected = 0xe6effb,
                              .note = {0x566172, 0xeceff3},
                              .ok = {0x11703a, 0xe3f5e9},
                              .warning = {0x7a4b00, 0xfff3d6},
                              .error = {0xb3261e, 0xfdecea},
                              .running = {0x0b5cc4, 0xe6effb},
                              .formula = {0x5b3a9e, 0xefe9fb}};
    static const Scheme dark_{.ground = 0x1b1f26,
                              .card = 0x232831,
                              .text = 0xe8ecf2,
                              .secondary = 0xa5b0c0,
                              .line = 0x3a424f,
                              .accent = 0x6ea8ff,
                              .onAccent = 0x0c1524,
                              .selected = 0x2b3a52,
                              .note = {0xa5b0c0, 0x2d343f},
                              .ok = {0x6fd394, 0x1d3a2a},
                              .warning = {0xf2c46d, 0x40341b},
                              .error = {0xff9b93, 0x462523},
                              .running = {0x8dbaff, 0x233650},
                              .formula = {0xc6b0ff, 0x352b4d}};
    return dark ? dark_ : light;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < darkBelow;
}

bool isHighContrast(const QPalette &palette)
{
    // Asked for each cell that is painted: the contrast itself would take too long.
    return std::abs(palette.color(QPalette::Window).lightness() - palette.color(QPalette::WindowText).lightness())
        >= fullDifference;
}

QPalette paletteFor(const QPalette &desktop)
{
    QPalette palette = desktop;
    const auto set = [&palette](const QColor &color, std::initializer_list<QPalette::ColorRole> roles) {
        for (const QPalette::ColorRole role : roles)
            palette.setColor(QPalette::All, role, color);
    };
    if (isHighContrast(desktop)) { // desktops use these roles for other things, or in shades
        set(desktop.color(QPalette::WindowText), {QPalette::PlaceholderText, QPalette::Mid});
        set(desktop.color(QPalette::Window), {QPalette::BrightText});
        return palette;
    }
    const Scheme &scheme = schemeOf(isDark(desktop));
    set(scheme.ground, {QPalette::Window, QPalette::AlternateBase});
    set(scheme.card, {QPalette::Base, QPalette::Button, QPalette::Light, QPalette::ToolTipBase});
    set(scheme.text,
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::HighlightedText});
    set(scheme.secondary, {QPalette::PlaceholderText});
    set(scheme.line, {QPalette::Mid, QPalette::Midlight});
    set(scheme.line.darker(120), {QPalette::Dark, QPalette::Shadow});
    set(scheme.accent, {QPalette::Link, QPalette::LinkVisited});
    set(scheme.onAccent, {QPalette::BrightText});
    set(scheme.selected, {QPalette::Highlight});
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, scheme.secondary); // it can still be read
    return palette;
}

TonePair toneColors(Words::Tone tone, const QPalette &palette)
{
    if (isHighContrast(palette))
        return {palette.color(QPalette::WindowText), palette.color(QPalette::Window)};
    const Scheme &scheme = schemeOf(isDark(palette));
    switch (tone) {
    case Words::Tone::Note: return scheme.note;
    case Words::Tone::Ok: return scheme.ok;
    case Words::Tone::Warning: return scheme.warning;
    case Words::Tone::Error: return scheme.error;
    case Words::Tone::Waiting: return scheme.running;
    }
    Q_UNREACHABLE();
}

QColor grooveColor(const QPalette &palette)
{
    return palette.color(isHighContrast(palette) ? QPalette::Window : QPalette::Mid);
}

TonePair formulaColors(const QPalette &palette)
{
    if (isHighContrast(palette))
        return {palette.color(QPalette::WindowText), palette.color(QPalette::Window)};
    return schemeOf(isDark(palette)).formula;
}

} // namespace Ui
