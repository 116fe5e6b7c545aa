#pragma once

#include "words/line.h"

#include <QIcon>
#include <QPalette>

namespace Ui {

// The program's icons. Their drawings are in resources/icons, one file for all colours and sizes: a 16 px grid, a round
// stroke of 1.6 px, in `currentColor`.
enum class Icon {
    Add,
    Archive,
    Calendar,
    Check,
    Clock,
    Copy,
    Cross,
    DataSet,
    Down,
    Edit,
    Export,
    Eye,
    Folder,
    Formula,
    Forward,
    Help,
    Import,
    Key,
    Lock,
    More,
    Neutral,
    Open,
    Run,
    Search,
    Settings,
    Sheet,
    Shield,
    Stop,
    Undo,
    Up,
    Warning,
};

// Painted in a colour of the application's palette at that time: of `role`, or of a tone; disabled, in that of disabled
// text.
[[nodiscard]] QIcon icon(Icon which, QPalette::ColorRole role = QPalette::WindowText);
[[nodiscard]] QIcon icon(Icon which, Words::Tone tone);

[[nodiscard]] Icon symbolOf(Words::Tone tone);
[[nodiscard]] QIcon toneIcon(Words::Tone tone); // its symbol in its colour; null for a note

void paintIcon(QPainter *painter, const QRect &rect, Icon which, const QColor &color); // centred, as a square

} // namespace Ui
