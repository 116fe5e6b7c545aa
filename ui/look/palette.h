#pragma once

#include "words/line.h"

#include <QColor>
#include <QPalette>

namespace Ui {

// The colours of the window, derived from the desktop's palette, which decides between light and dark. A desktop with
// high contrast (black on white, or white on black) keeps its palette, except that lines, secondary text and text on
// the accent have its full contrast. Where a colour has a meaning, a page names the meaning: a tone, or a role of the
// palette:
//   Window: the ground of a page; Base: of cards, fields and tables; Mid: lines; PlaceholderText: secondary text;
//   Link: the accent; BrightText: text on the accent; Highlight: the ground of what is selected.
[[nodiscard]] QPalette paletteFor(const QPalette &desktop);

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] bool isHighContrast(const QPalette &palette);

// Ratio of luminances, 1 to 21, as defined by WCAG 2.1.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

struct TonePair
{
    QColor text; // also for a symbol; contrasts with `ground` and with every ground of a page
    QColor ground;
};
[[nodiscard]] TonePair toneColors(Words::Tone tone, const QPalette &palette);
[[nodiscard]] QColor grooveColor(const QPalette &palette); // of what is still to be done, in a progress bar
[[nodiscard]] TonePair formulaColors(const QPalette &palette); // a formula that is kept or overwritten

} // namespace Ui
