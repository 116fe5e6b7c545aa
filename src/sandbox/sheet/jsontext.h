#pragma once

#include "sheet/cell.h"

#include <QByteArray>

#include <string_view>

namespace Sandbox {

// Appends a JSON string, quotes included. The text must be UTF-8.
void appendJsonString(QByteArray &out, std::string_view text);

// Appends one value as JSON: a formula as its text.
void appendJsonValue(QByteArray &out, Sheet::Cell cell);

} // namespace Sandbox
