#pragma once

#include "core/jsonreader.h"

#include <optional>

namespace Domo {

// Values that decide nothing, or that are found out in another way when they are not told: a text where a number or a
// boolean is expected. What has none of the forms is not told, and is no error. Pure.
[[nodiscard]] std::optional<bool> lenientBoolean(const Core::JsonReader &value);
[[nodiscard]] std::optional<qint64> lenientCount(const Core::JsonReader &value); // whole, from 0

[[nodiscard]] std::optional<qint64> lenientCount(const QString &text); // "12", also as "12.0" or "1.2E1"

} // namespace Domo
