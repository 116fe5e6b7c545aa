#pragma once

#include "sheet/cell.h"

#include <QByteArray>

namespace Workiva {

// Appends a cell as the JSON value that makes it so (values API): Keep is null, which leaves the cell as it is, and so
// is what could not be read; a blank is "", which empties it; a number goes digit for digit; a formula is its text.
// Text is taken to be valid UTF-8. Pure.
void appendValue(QByteArray &json, Sheet::Cell cell);

} // namespace Workiva
