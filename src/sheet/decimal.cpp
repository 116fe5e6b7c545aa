#include "sheet/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>

namespace Sheet {

namespace {

size_t skipDigits(std::string_view text, size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

// Where the exponent starts, or the end of the number.
size_t exponentAt(std::string_view number)
{
    const auto found = std::ranges::find_if(number, [](char c) { return c == 'e' || c == 'E'; });
    return size_t(found - number.begin());
}

// A number split into parts: value = ± 0.d1d2d3… × 10^exponent, where neither d1 nor the last digit is 0. Zero has no
// digits.
struct Parts
{
    bool negative = false;
    std::string_view digits; // from the first to the last significant one; may include the decimal point
    long long exponent = 0;
    bool isFar = false; // the exponent is too large for arithmetic
};

constexpr long long farExponent = 900'000'000'000'000'000; // adding the number of digits cannot overflow

long long exponentValue(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    long long value = 0;
    for (char c : text)
        value = std::min(value * 10 + (c - '0'), farExponent);
    return negative ? -value : value;
}

Parts takeApart(std::string_view number)
{
    Parts parts;
    if (number.starts_with('-')) {
        parts.negative = true;
        number.remove_prefix(1);
    }
    const size_t e = exponentAt(number);
    if (e < number.size()) {
        parts.exponent = exponentValue(number.substr(e + 1));
        parts.isFar = parts.exponent == farExponent || parts.exponent == -farExponent;
        number = number.substr(0, e);
    }
    const size_t point = std::min(number.find('.'), number.size());
    const size_t first = number.find_first_not_of("0.");
    if (first == std::string_view::npos)
        return {};
    const size_t last = number.find_last_not_of("0.");
    parts.exponent +=
        first < point ? static_cast<long long>(point - first) : -static_cast<long long>(first - point - 1);
    parts.digits = number.substr(first, last - first + 1);
    return parts;
}

} // namespace

bool isJsonNumber(std::string_view text)
{
    size_t at = text.starts_with('-') ? 1 : 0;
    const size_t whole = skipDigits(text, at);
    if (whole == at || (text[at] == '0' && whole > at + 1))
        return false;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const size_t fraction = skipDigits(text, at + 1);
        if (fraction == at + 1)
            return false;
        at = fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const size_t exponent = skipDigits(text, at);
        if (exponent == at)
            return false;
        at = exponent;
    }
    return at == text.size();
}

std::string toJsonNumber(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    std::string number;
    if (text.starts_with('-') || text.starts_with('+')) {
        if (text.front() == '-')
            number = "-";
        text.remove_prefix(1);
    }
    const size_t e = exponentAt(text);
    const std::string_view mantissa = text.substr(0, e);
    const size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::string_view whole = mantissa.substr(0, point);
    const std::string_view fraction = point < mantissa.size() ? mantissa.substr(point + 1) : std::string_view();
    if ((whole.empty() && fraction.empty()) || whole.starts_with('-'))
        return {};
    while (whole.size() > 1 && whole.front() == '0' && isDigit(whole[1]))
        whole.remove_prefix(1);
    number += whole.empty() ? std::string_view("0") : whole;
    if (!fraction.empty())
        number.append(".").append(fraction);
    number += text.substr(e);
    return isJsonNumber(number) ? number : std::string();
}

bool sameNumber(std::string_view a, std::string_view b)
{
    const Parts x = takeApart(a);
    const Parts y = takeApart(b);
    if (x.digits.empty() || y.digits.empty())
        return x.digits.empty() && y.digits.empty();
    if (x.isFar || y.isFar)
        return a == b;
    if (x.negative != y.negative || x.exponent != y.exponent)
        return false;
    size_t i = 0;
    size_t j = 0;
    for (;;) {
        if (i < x.digits.size() && x.digits[i] == '.')
            ++i;
        if (j < y.digits.size() && y.digits[j] == '.')
            ++j;
        if (i == x.digits.size() || j == y.digits.size())
            return i == x.digits.size() && j == y.digits.size();
        if (x.digits[i++] != y.digits[j++])
            return false;
    }
}

size_t numberHash(std::string_view number)
{
    const Parts parts = takeApart(number);
    if (parts.isFar)
        return std::hash<std::string_view>()(number);
    size_t hash = size_t(parts.exponent) * 2 + size_t(parts.negative);
    for (const char c : parts.digits) {
        if (c != '.')
            hash = hash * 31 + size_t(c);
    }
    return hash;
}

int significantDigits(std::string_view number)
{
    const Parts parts = takeApart(number);
    const auto points = std::ranges::count(parts.digits, '.');
    const auto count = static_cast<long long>(parts.digits.size()) - points;
    return static_cast<int>(std::clamp<long long>(count, 1, std::numeric_limits<int>::max()));
}

std::string rounded(std::string_view number, int digits)
{
    if (significantDigits(number) <= digits)
        return std::string(number);
    const size_t e = exponentAt(number);
    std::string mantissa(number.substr(0, e));
    const size_t point = std::min(mantissa.find('.'), mantissa.size());
    size_t at = mantissa.find_first_of("123456789");
    for (int kept = 0; kept < digits; ++at)
        kept += isDigit(mantissa[at]);
    at += mantissa[at] == '.'; // the first digit to drop
    const bool up = mantissa[at] >= '5';
    std::fill(mantissa.begin() + std::ptrdiff_t(at), mantissa.begin() + std::ptrdiff_t(std::max(at, point)), '0');
    if (at > point)
        mantissa.resize(at - 1 == point ? point : at);
    else
        mantissa.resize(point);
    for (size_t i = std::min(at, mantissa.size()); up && i-- > 0;) {
        if (!isDigit(mantissa[i]))
            continue;
        if (mantissa[i] != '9') {
            ++mantissa[i];
            break;
        }
        mantissa[i] = '0';
        if (i == 0 || !isDigit(mantissa[i - 1])) {
            if (i > 0 && mantissa[i - 1] == '.')
                continue;
            mantissa.insert(i, 1, '1');
            break;
        }
    }
    return mantissa.append(number.substr(e));
}

std::string roundedToPlaces(std::string_view number, int places)
{
    const Parts parts = takeApart(number);
    std::string digits(parts.digits);
    std::erase(digits, '.');
    const long long kept = parts.exponent + places; // of the digits
    if (kept >= static_cast<long long>(digits.size()))
        return std::string(number);
    const bool isUp = kept >= 0 && digits[size_t(kept)] >= '5';
    digits.resize(size_t(std::max(kept, 0LL)));
    // In units of the last place, with at least one digit before the point.
    digits.insert(0, size_t(std::max(places + 1 - std::max(kept, 0LL), 0LL)), '0');
    if (isUp) {
        size_t at = digits.size();
        while (at > 0 && digits[at - 1] == '9')
            digits[--at] = '0';
        if (at > 0)
            ++digits[at - 1];
        else
            digits.insert(0, 1, '1');
    }
    const bool isZero = digits.find_first_not_of('0') == std::string::npos;
    if (places > 0)
        digits.insert(digits.size() - size_t(places), 1, '.');
    return parts.negative && !isZero ? '-' + digits : digits;
}

bool survivesInSheet(std::string_view number)
{
    const bool isShort = number.size() <= size_t(exactDigits); // a number never has more digits than characters
    if (isShort && exponentAt(number) == number.size())
        return true;
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value))
        return false;
    std::array<char, 32> shortest{};
    // Scientific notation: plain notation spells out large numbers beyond their significant digits.
    const auto written =
        std::to_chars(shortest.data(), shortest.data() + shortest.size(), value, std::chars_format::scientific);
    return sameNumber(number, {shortest.data(), size_t(written.ptr - shortest.data())});
}

} // namespace Sheet
