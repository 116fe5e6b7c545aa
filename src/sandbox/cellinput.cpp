#include "sandbox/cellinput.h"

#include "sandbox/number.h"
#include "sheet/decimal.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace Sandbox {

namespace {

constexpr size_t longestRead = 40; // no number, date or time is longer

std::optional<double> plainNumber(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c != ','; });
    const std::string number = Sheet::toJsonNumber(digits);
    return number.empty() ? std::nullopt : toDouble(number);
}

// 12, 1,234.5, +7, $5, (5) for -5, 5%
std::optional<double> number(std::string_view text)
{
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        const auto inside = number(text.substr(1, text.size() - 2));
        return inside ? std::optional(-*inside) : std::nullopt;
    }
    if (text.size() > 1 && text.front() == '$')
        return number(text.substr(1));
    if (text.size() > 1 && text.back() == '%') {
        const auto hundredfold = plainNumber(text.substr(0, text.size() - 1));
        return hundredfold ? std::optional(*hundredfold / 100) : std::nullopt;
    }
    return text.front() == ' ' || text.back() == ' ' ? std::nullopt : plainNumber(text);
}

// The numbers of a text such as 2026-01-31 or 08:15:00; empty when anything else stands between them.
std::vector<int> numbersBetween(std::string_view text, std::string_view marks)
{
    std::vector<int> numbers{0};
    size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9' && ++digits <= 4) {
            numbers.back() = numbers.back() * 10 + (c - '0');
        } else if (marks.find(c) != std::string_view::npos && digits > 0) {
            numbers.push_back(0);
            digits = 0;
        } else {
            return {};
        }
    }
    return digits > 0 ? numbers : std::vector<int>{};
}

// 2026-01-31, 1/31/2026, 1-2 (this year)
std::optional<double> date(std::string_view text)
{
    const std::vector<int> n = numbersBetween(text, "-/");
    QDate day;
    if (n.size() == 3)
        day = n[0] > 31 ? QDate(n[0], n[1], n[2]) : QDate(n[2] < 100 ? 2000 + n[2] : n[2], n[0], n[1]);
    else if (n.size() == 2)
        day = QDate(QDate::currentDate().year(), n[0], n[1]);
    if (!day.isValid())
        return std::nullopt;
    return double(QDate(1899, 12, 30).daysTo(day));
}

std::optional<double> time(std::string_view text)
{
    const std::vector<int> n = numbersBetween(text, ":");
    if (n.size() != 2 && n.size() != 3)
        return std::nullopt;
    const QTime clock(n[0], n[1], n.size() == 3 ? n[2] : 0);
    if (!clock.isValid())
        return std::nullopt;
    return clock.msecsSinceStartOfDay() / 86'400'000.0;
}

std::optional<double> dateTime(std::string_view text)
{
    const size_t gap = text.find_first_of("T ");
    if (gap == std::string_view::npos)
        return std::nullopt;
    const auto day = date(text.substr(0, gap));
    const auto clock = time(text.substr(gap + 1));
    return day && clock ? std::optional(*day + *clock) : std::nullopt;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::ranges::equal(text, lower,
                              [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a - 'A' + 'a') : a) == b; });
}

} // namespace

Sheet::Cell CellInput::stored(Sheet::Cell given, bool hasTextFormat)
{
    if (given.isBlank())
        return {};
    if (given.kind == Sheet::CellKind::Number) {
        m_scratch = asStored(given.text).value_or("0");
        return Sheet::Cell::ofNumber(m_scratch);
    }
    if (given.kind != Sheet::CellKind::Text)
        return given;

    const std::string_view text = given.text;
    if (text.front() == '=' && text.size() > 1 && (!hasTextFormat || m_quirks.formulaInText))
        return {Sheet::CellKind::Formula, text};
    constexpr std::string_view possibleStarts = "0123456789+-.$(tTfF";
    if (hasTextFormat || !m_quirks.coercion || text.size() > longestRead
        || possibleStarts.find(text.front()) == std::string_view::npos)
        return given;
    if (equalsIgnoringCase(text, "true") || equalsIgnoringCase(text, "false"))
        return Sheet::Cell::ofBoolean(text.size() == 4);
    for (const auto read : {number, date, time, dateTime}) {
        if (const std::optional<double> value = read(text)) {
            m_scratch = shortest(*value);
            return Sheet::Cell::ofNumber(m_scratch);
        }
    }
    return given;
}

} // namespace Sandbox
