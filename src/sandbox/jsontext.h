#pragma once

#include <QByteArray>

#include <string_view>

namespace Sandbox {

// Appends a JSON string, quotes included. The text must be UTF-8.
void appendJsonString(QByteArray &out, std::string_view text);

} // namespace Sandbox
