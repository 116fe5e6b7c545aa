#include "sheet/totals.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

namespace Sheet {

namespace {

using Whole = boost::multiprecision::cpp_int;
__extension__ using Wide = __int128;

// 18 digits fit into 64 bits, and any number of cells of them into 128.
constexpr int maxQuickDigits = 18;

// A number as digits × 10^-places.
template <typename Digits> struct Scaled
{
    Digits digits = 0;
    int places = 0;
};

// None: for exactly().
std::optional<Scaled<std::int64_t>> quickly(std::string_view number)
{
    const bool negative = number.starts_with('-');
    Scaled<std::int64_t> scaled;
    int read = 0;
    bool isFraction = false;
    for (const char c : number.substr(negative ? 1 : 0)) {
        if (isDigit(c)) {
            if (++read > maxQuickDigits)
                return {};
            scaled.digits = scaled.digits * 10 + (c - '0');
            scaled.places += isFraction;
        } else if (c == '.') {
            isFraction = true;
        } else {
            return {};
        }
    }
    if (negative)
        scaled.digits = -scaled.digits;
    return scaled;
}

// None: more than 32 bits.
std::optional<qint64> exponentIn(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int32_t exponent = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), exponent);
    return read.ec == std::errc() ? std::optional<qint64>(exponent) : std::nullopt;
}

std::optional<Scaled<Whole>> exactly(std::string_view number)
{
    const size_t e = std::min(number.find_first_of("eE"), number.size());
    const std::string_view mantissa = number.substr(0, e);
    const size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::string digits(mantissa.substr(0, point));
    if (point < mantissa.size())
        digits += mantissa.substr(point + 1);
    const bool negative = digits.starts_with('-');
    digits.erase(0, std::min(digits.find_first_not_of("-0"), digits.size()));
    if (digits.empty())
        return Scaled<Whole>();
    qint64 places = qint64(mantissa.size()) - qint64(std::min(point + 1, mantissa.size()));
    while (digits.ends_with('0')) {
        digits.pop_back();
        --places;
    }
    const std::optional<qint64> exponent = e < number.size() ? exponentIn(number.substr(e + 1)) : 0;
    if (!exponent || places - *exponent > maxPlaces || qint64(digits.size()) - places + *exponent > maxPlaces)
        return {};
    places -= *exponent;
    Whole whole(digits);
    return Scaled<Whole>{negative ? Whole(-whole) : whole, int(places)};
}

Whole powerOfTen(int exponent)
{
    return boost::multiprecision::pow(Whole(10), unsigned(exponent));
}

std::string plain(const Whole &digits, int places)
{
    std::string text = Whole(abs(digits)).str();
    if (places > 0) {
        if (text.size() <= size_t(places))
            text.insert(0, size_t(places) + 1 - text.size(), '0');
        text.insert(text.size() - size_t(places), 1, '.');
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return digits < 0 ? "-" + text : text;
}

// Two numbers with the same places. None: one of them has too many.
struct Pair
{
    Whole from;
    Whole to;
    int places = 0;
};
std::optional<Pair> alike(std::string_view from, std::string_view to)
{
    const auto before = exactly(from);
    const auto after = exactly(to);
    if (!before || !after)
        return {};
    const int places = std::max({before->places, after->places, 0});
    return Pair{before->digits * powerOfTen(places - before->places),
                after->digits * powerOfTen(places - after->places), places};
}

// Numbers with the same places are added as whole numbers; these sums are added at the end.
class Sum
{
public:
    void add(std::string_view number)
    {
        if (const auto quick = quickly(number)) {
            m_quick[size_t(quick->places)] += quick->digits;
        } else if (const auto exact = exactly(number)) {
            m_exact[exact->places] += exact->digits;
        } else {
            m_isKnown = false;
        }
    }

    [[nodiscard]] std::optional<std::string> text() const
    {
        if (!m_isKnown)
            return {};
        const int mostExact = m_exact.empty() ? 0 : m_exact.rbegin()->first;
        const int places = std::max(maxQuickDigits, mostExact);
        Whole sum = 0;
        for (int at = 0; at <= maxQuickDigits; ++at)
            sum += Whole(m_quick[size_t(at)]) * powerOfTen(places - at);
        for (const auto &[at, digits] : m_exact)
            sum += digits * powerOfTen(places - at);
        return plain(sum, places);
    }

private:
    std::array<Wide, maxQuickDigits + 1> m_quick{}; // by places
    std::map<int, Whole> m_exact; // likewise, negative ones too
    bool m_isKnown = true;
};

} // namespace

class Totals::Column
{
public:
    void add(const Cell &cell)
    {
        if (cell.kind == CellKind::Number) {
            ++m_numbers;
            m_sum.add(cell.text);
        } else if (!cell.isBlank() && cell.kind != CellKind::Keep) {
            ++m_others;
        }
    }

    [[nodiscard]] ColumnTotal total() const { return {m_sum.text(), m_numbers, m_others}; }

private:
    Sum m_sum;
    qint64 m_numbers = 0;
    qint64 m_others = 0;
};

Totals::Totals(int columns) : m_columns(size_t(columns)) { }

Totals::~Totals() = default;
Totals::Totals(Totals &&other) noexcept = default;
Totals &Totals::operator=(Totals &&other) noexcept = default;

void Totals::add(int column, const Cell &cell)
{
    m_columns[size_t(column)].add(cell);
}

std::vector<ColumnTotal> Totals::columns() const
{
    std::vector<ColumnTotal> totals;
    totals.reserve(m_columns.size());
    for (const Column &column : m_columns)
        totals.push_back(column.total());
    return totals;
}

std::optional<std::string> difference(std::string_view from, std::string_view to)
{
    const auto pair = alike(from, to);
    return pair ? std::optional(plain(pair->to - pair->from, pair->places)) : std::nullopt;
}

std::optional<bool> differsByMore(std::string_view from, std::string_view to, int hundredths)
{
    const auto pair = alike(from, to);
    if (!pair)
        return {};
    constexpr int whole = 10'000; // hundredths of a per cent
    return Whole(abs(pair->to - pair->from)) * whole > Whole(abs(pair->from)) * hundredths;
}

std::strong_ordering compareMagnitudes(std::string_view one, std::string_view other)
{
    const auto parts = [](std::string_view number) {
        number.remove_prefix(number.starts_with('-') ? 1 : 0);
        const size_t point = std::min(number.find('.'), number.size());
        return std::tuple(point, number.substr(0, point), number.substr(std::min(point + 1, number.size())));
    };
    return parts(one) <=> parts(other); // the number of digits before the point, then digit by digit
}

} // namespace Sheet
