#pragma once

#include "sandbox/sheet/refusal.h"
#include "sheet/grid.h"

#include <QByteArray>

namespace Sandbox {

// Reads the body of a write, {"values": [[…], …]}, while parsing it: null becomes Keep, "" becomes Empty, numbers keep
// their text. rows × columns, row-major. 400 for rows of unequal length, objects or lists in a cell, more than
// Sheet::maxCellCharacters characters in one, numbers too large for a double, and invalid JSON.
[[nodiscard]] Accepted<Sheet::Grid> readWrittenValues(const QByteArray &body);

// Whether a UTF-8 text has no more characters than a cell may have.
[[nodiscard]] bool fitsInCell(std::string_view utf8);

} // namespace Sandbox
