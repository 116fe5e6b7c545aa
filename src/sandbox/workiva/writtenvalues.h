#pragma once

#include "sandbox/sheet/refusal.h"
#include "sheet/grid.h"

#include <QByteArray>

namespace Sandbox {

// Reads the body of a write, {"values": [[…], …]}, while it is parsed: null becomes Keep, "" becomes Empty, numbers
// keep their text. rows × columns, row-major. Refused with 400: rows of unequal length, objects or lists in a cell,
// more than 8,192 characters in one, numbers that no double can hold, anything that is not JSON.
[[nodiscard]] Accepted<Sheet::Grid> readWrittenValues(const QByteArray &body);

// Unicode characters of a UTF-8 text, as far as the limit of a cell is concerned.
[[nodiscard]] bool fitsInCell(std::string_view utf8);

} // namespace Sandbox
