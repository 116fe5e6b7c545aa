#pragma once

#include <string>
#include <string_view>

namespace Sheet {

// Decimal numbers as text, in JSON's grammar: -? digits [. digits] [e [+-] digits], without leading zeros or plus sign.
// Only survivesInSheet() uses a double. Pure; any thread.

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] bool isJsonNumber(std::string_view text);

// Converts a CSV number (leading plus, leading zeros, ".5", "5.", surrounding spaces allowed) to JSON's grammar without
// changing its digits otherwise ("+007.50" becomes "7.50"); empty if it is not a number. NaN and Infinity are not
// numbers.
[[nodiscard]] std::string toJsonNumber(std::string_view text);

// Equal by value. Both must satisfy isJsonNumber(). Numbers with exponents of 18 or more digits are compared as text.
[[nodiscard]] bool sameNumber(std::string_view a, std::string_view b);

// A hash for tables in memory: equal for numbers with sameNumber().
[[nodiscard]] size_t numberHash(std::string_view number);

// Significant digits, without sign, leading and trailing zeros. 0 has 1; 100 has 1; 1.50 has 2.
[[nodiscard]] int significantDigits(std::string_view number);

// A sheet stores numbers as IEEE doubles: any decimal with up to this many significant digits survives.
inline constexpr int exactDigits = 15;

// Whether a sheet, which stores it as an IEEE double and returns the shortest decimal of that, returns the same value.
// That is so for up to exactDigits significant digits in a double's range, and for a longer number that came from a
// double.
[[nodiscard]] bool survivesInSheet(std::string_view number);

// The number with at most `digits` (1 or more) significant digits, rounded half away from zero, in the notation it had:
// rounded("1234.5678", 6) is "1234.57", rounded("199999", 1) is "200000".
[[nodiscard]] std::string rounded(std::string_view number, int digits);

// The number with at most `places` (0 or more) digits after the decimal point, rounded half away from zero, as a
// spreadsheet's ROUND does: roundedToPlaces("-2.345", 2) is "-2.35", roundedToPlaces("1.2345e1", 2) is "12.35". One
// that has no more places stays as it is; a result of 0 has no sign.
[[nodiscard]] std::string roundedToPlaces(std::string_view number, int places);

} // namespace Sheet
