#include "sheet/lookalikes.h"

#include "sheet/decimal.h"
#include "sheet/letters.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace Sheet {

namespace {

// Takes what matches from the front.
std::string_view take(std::string_view &text, bool (*matches)(char))
{
    const auto length = size_t(std::ranges::find_if_not(text, matches) - text.begin());
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

// By its first three letters, and as much more of it as there is: most words are told apart by one comparison each.
bool isMonthName(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    if (word.size() < 3)
        return false;
    const std::array first{lower(word[0]), lower(word[1]), lower(word[2])};
    const auto name = std::ranges::find_if(names, [&first](std::string_view one) {
        return one[0] == first[0] && one[1] == first[1] && one[2] == first[2];
    });
    return name != names.end() && word.size() <= name->size()
        && std::ranges::equal(word, name->substr(0, word.size()), {}, lower);
}

constexpr size_t maxDigits = 4; // of a year

// A part of a date: up to four digits, or the name of a month.
struct DatePart
{
    size_t digits = 0; // 0: a name
    int value = 0;

    [[nodiscard]] bool isName() const { return digits == 0; }
    [[nodiscard]] bool mayBeMonth() const { return digits <= 2 && value >= 1 && value <= 12; }
    [[nodiscard]] bool mayBeDayOrYear() const { return digits <= 2 || (digits == maxDigits && value >= 1900); }
};

std::optional<DatePart> takeDatePart(std::string_view &text)
{
    if (const std::string_view word = take(text, isLetter); !word.empty())
        return isMonthName(word) ? std::optional(DatePart{}) : std::nullopt;
    const std::string_view digits = take(text, isDigit);
    if (digits.empty() || digits.size() > maxDigits)
        return {};
    DatePart part{.digits = digits.size()};
    for (const char digit : digits)
        part.value = part.value * 10 + (digit - '0');
    return part.mayBeDayOrYear() ? std::optional(part) : std::nullopt;
}

// 2026-01-31
bool hasIsoForm(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    return std::ranges::count_if(text, isDigit) == 8;
}

// Two or three parts, the month as a name or between hyphens or slashes.
bool looksLikeDate(std::string_view text)
{
    constexpr size_t longest = 17; // 30-September-2026
    if (text.size() > longest || hasIsoForm(text))
        return false;
    std::array<DatePart, 3> parts;
    size_t count = 0;
    bool isJoined = false; // by something else than a hyphen or slash
    while (!text.empty()) {
        const auto part = takeDatePart(text);
        if (!part || count == parts.size())
            return false;
        parts.at(count++) = *part;
        if (text.empty())
            break;
        const bool isSeparated = text.front() == '-' || text.front() == '/';
        isJoined = isJoined || !isSeparated;
        if (isSeparated || text.front() == ' ' || text.front() == '.')
            text.remove_prefix(1);
        if (text.empty())
            return false;
    }
    const std::span made(parts.data(), count);
    const auto names = std::ranges::count_if(made, &DatePart::isName);
    const auto years = std::ranges::count(made, maxDigits, &DatePart::digits);
    const bool hasMonth = names == 1 || (names == 0 && !isJoined && std::ranges::any_of(made, &DatePart::mayBeMonth));
    return count >= 2 && hasMonth && years <= 1;
}

// Digits with points and commas.
bool isFigure(std::string_view text)
{
    return !text.empty() && isDigit(text.front())
        && std::ranges::all_of(text, [](char c) { return isDigit(c) || c == '.' || c == ','; });
}

struct Reading
{
    std::optional<LookAlike> look{};
    bool isNumber = false;
};

Reading readingOfFigure(std::string_view text) // which begins with a digit
{
    if (std::ranges::all_of(text, isDigit)) {
        if (text.front() == '0' && text.size() > 1)
            return {LookAlike::LeadingZeros, true};
        if (text.size() > size_t(exactDigits))
            return {LookAlike::ManyDigits, true};
        return {{}, true};
    }
    const bool hasExponent = std::ranges::any_of(text, [](char c) { return c == 'e' || c == 'E'; });
    if (hasExponent && !toJsonNumber(text).empty())
        return {LookAlike::Exponent, true};
    if (text.back() == '-' && isFigure(text.substr(0, text.size() - 1)))
        return {LookAlike::TrailingMinus, true};
    if (looksLikeDate(text))
        return {LookAlike::Date};
    return {{}, isFigure(text) && isJsonNumber(text)};
}

Reading readingOf(std::string_view text)
{
    if (text.empty())
        return {};
    const char first = text.front();
    if (isDigit(first))
        return readingOfFigure(text);
    if (isLetter(first)) {
        // Few texts end with a digit, and fewer begin with a month.
        if (isDigit(text.back()) && looksLikeDate(text))
            return {LookAlike::Date};
        return {};
    }
    if (first == '(' && text.back() == ')' && isFigure(text.substr(1, text.size() - 2)))
        return {LookAlike::Parentheses, true};
    const bool isSign = first == '=' || first == '+' || first == '-' || first == '@';
    if (isSign && std::ranges::any_of(text, [](char c) { return isDigit(c) || isLetter(c); }))
        return {LookAlike::Sign, !toJsonNumber(text).empty()};
    return {};
}

} // namespace

std::optional<LookAlike> lookAlike(std::string_view text)
{
    return readingOf(text).look;
}

qint64 ColumnLooks::lookAlikes() const
{
    return std::accumulate(seen.begin(), seen.end(), qint64(0),
                           [](qint64 sum, const Seen &one) { return sum + one.count; });
}

void ColumnLooks::add(const Address &at, std::string_view text)
{
    if (text.empty())
        return;
    ++texts;
    const auto [look, isNumber] = readingOf(text);
    numbers += isNumber;
    if (!look)
        return;
    Seen &kind = seen.at(size_t(*look));
    if (kind.count++ == 0)
        kind.first = at;
}

} // namespace Sheet
