#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

// A sheet's numbers are IEEE doubles: a written number is rounded to one, and read as the shortest text with the same
// value, optionally after rounding to fewer significant digits. Nothing if it is too large for a double.
inline constexpr int allDigits = 17;
[[nodiscard]] std::optional<std::string> asStored(std::string_view jsonNumber, int digits = allDigits);
[[nodiscard]] double rounded(double value, int digits);
[[nodiscard]] std::string shortest(double value);
[[nodiscard]] std::optional<double> toDouble(std::string_view jsonNumber);

} // namespace Sandbox
