#pragma once

#include "core/printable.h"

#include <QString>

namespace Words {

// Foreign text made safe for a sentence: one line, without control or invisible characters, of limited length.
[[nodiscard]] inline QString shown(const QString &text, qsizetype max = 200)
{
    return Core::printable(text.size() <= max ? text : text.left(max) + u'…');
}

} // namespace Words
