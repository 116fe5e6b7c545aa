#pragma once

#include <string>
#include <string_view>

namespace Sheet {

// Decimal numbers as text, in JSON's grammar: -? digits [. digits] [e [+-] digits], no leading zeros, no leading plus.
// Only survivesInSheet() looks at a double. Pure; any thread.

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] bool isJsonNumber(std::string_view text);

// A number as CSV writes it (leading plus, leading zeros, ".5", "5.", surrounding spaces allowed) in JSON's grammar,
// its digits untouched otherwise ("+007.50" becomes "7.50"); empty when it is no number. NaN and Infinity are none.
[[nodiscard]] std::string toJsonNumber(std::string_view text);

// Equal by value. Both must satisfy isJsonNumber(). Exponents of 18 digits and more are not reckoned with: such numbers
// are equal when their texts are.
[[nodiscard]] bool sameNumber(std::string_view a, std::string_view b);

// Significant digits: without sign, leading zeros and, after them, trailing zeros. 0 has 1; 100 has 1; 1.50 has 2.
[[nodiscard]] int significantDigits(std::string_view number);

// A sheet holds numbers as IEEE doubles: any decimal of up to this many significant digits survives.
inline constexpr int exactDigits = 15;

// Whether a sheet, which holds it as an IEEE double and gives back the shortest decimal of that, gives back the same
// value. Any of up to 15 significant digits in a double's range does, and a longer one that came from a double.
[[nodiscard]] bool survivesInSheet(std::string_view number);

// The number with at most `digits` (1 or more) significant digits, half rounded away from zero, in the form it had:
// rounded("1234.5678", 6) is "1234.57", rounded("199999", 1) is "200000".
[[nodiscard]] std::string rounded(std::string_view number, int digits);

} // namespace Sheet
