#pragma once

#include "core/jsonreader.h"

#include <optional>

namespace Domo {

// Reads values that are optional or can be found out in another way: a text where a number or a boolean is expected is
// converted. Anything unreadable counts as not reported, not as an error. Pure.
[[nodiscard]] std::optional<bool> lenientBoolean(const Core::JsonReader &value);
[[nodiscard]] std::optional<qint64> lenientCount(const Core::JsonReader &value); // whole, from 0

[[nodiscard]] std::optional<qint64> lenientCount(const QString &text); // "12", also as "12.0" or "1.2E1"

} // namespace Domo
