#pragma once

#include "core/printable.h"

#include <QString>

namespace Words {

// A name or a text of somebody else's as it may stand in a sentence of ours: on one line, with nothing in it that
// steers a terminal or hides, and no longer than a sentence bears.
[[nodiscard]] inline QString shown(const QString &text, qsizetype max = 200)
{
    return Core::printable(text.size() <= max ? text : text.left(max) + u'…');
}

} // namespace Words
