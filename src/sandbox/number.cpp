#include "sandbox/number.h"

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
        // Too small is as good as zero; too large is nothing that a sheet holds.
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
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && std::isfinite(value) ? std::string(text.data(), end) : std::string("0");
}

std::optional<std::string> asStored(std::string_view jsonNumber)
{
    const std::optional<double> value = toDouble(jsonNumber);
    if (!value)
        return std::nullopt;
    return shortest(*value);
}

} // namespace Sandbox
