#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

// A sheet's numbers are IEEE doubles: what is written is rounded to one, and reads back as the shortest text that gives
// it again, or after it was rounded to fewer significant digits. Nothing for what is too large for a double.
inline constexpr int allDigits = 17;
[[nodiscard]] std::optional<std::string> asStored(std::string_view jsonNumber, int digits = allDigits);
[[nodiscard]] double rounded(double value, int digits);
[[nodiscard]] std::string shortest(double value);
[[nodiscard]] std::optional<double> toDouble(std::string_view jsonNumber);

} // namespace Sandbox
