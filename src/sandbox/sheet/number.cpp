#include "sandbox/sheet/number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace Sandbox {

std::optional<double> toDouble(std::string_view jsonNumber)
{
    double value = 0;
    const char *end = jsonNumber.data() + jsonNumber.size();
    const auto [at, error] = std::from_chars(jsonNumber.data(), end, value);
    if (at != end)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Underflow is zero; an overflow is not a value of a sheet.
        const size_t exponent = jsonNumber.find_first_of("eE");
        const bool tiny = exponent != std::string_view::npos && jsonNumber.substr(exponent + 1).starts_with('-');
        return tiny ? std::optional<double>(0) : std::nullopt;
    }
    return error == std::errc() ? std::optional<double>(value) : std::nullopt;
}

std::string shortest(double value)
{
    if (value == 0)
        return "0"; // and not -0
    // Uses an exponent where JavaScript would. From 2^53 on, plain notation has digits that the shortest one does not.
    const double size = std::abs(value);
    const bool isPlain = size >= 1e-6 && size < 9'007'199'254'740'992.0;
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            isPlain ? std::chars_format::fixed : std::chars_format::scientific);
    return error == std::errc() && std::isfinite(value) ? std::string(text.data(), end) : std::string("0");
}

double rounded(double value, int digits)
{
    if (digits >= allDigits)
        return value;
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, digits - 1);
    return error == std::errc() ? toDouble({text.data(), size_t(end - text.data())}).value_or(value) : value;
}

std::optional<std::string> asStored(std::string_view jsonNumber, int digits)
{
    // Fast path for most numbers: with few digits and no exponent, only trailing zeros are removed.
    constexpr size_t fewDigits = 15;
    const bool isNegative = jsonNumber.starts_with('-');
    const bool isTiny = jsonNumber.substr(isNegative ? 1 : 0).starts_with("0.0");
    if (jsonNumber.size() <= fewDigits && !isTiny && jsonNumber.find_first_of("eE") == std::string_view::npos) {
        if (jsonNumber.find('.') != std::string_view::npos)
            jsonNumber = jsonNumber.substr(0, jsonNumber.find_last_not_of('0') + 1);
        if (jsonNumber.ends_with('.'))
            jsonNumber.remove_suffix(1);
        return std::string(jsonNumber == "-0" ? "0" : jsonNumber);
    }
    const std::optional<double> value = toDouble(jsonNumber);
    if (!value)
        return std::nullopt;
    return shortest(rounded(*value, digits));
}

} // namespace Sandbox
