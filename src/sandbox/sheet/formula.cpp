#include "sandbox/sheet/formula.h"

#include "sandbox/sheet/cells.h"
#include "sandbox/sheet/datetext.h"
#include "sandbox/sheet/number.h"
#include "sheet/region.h"

#include <cmath>
#include <optional>

namespace Sandbox {

namespace {

constexpr std::string_view errorText = "#ERROR!";
constexpr int maxDepth = 200; // nesting of parentheses, and of formulas that refer to formulas

// Recursive descent; an error anywhere makes the result nothing.
class Expression
{
public:
    Expression(Calculator &calculator, std::string_view text) : m_calculator(calculator), m_text(text) { }

    std::optional<double> value()
    {
        const std::optional<double> whole = sum();
        skipSpaces();
        return m_at == m_text.size() ? whole : std::nullopt;
    }

private:
    std::optional<double> sum()
    {
        std::optional<double> left = product();
        while (left) {
            const bool plus = take('+');
            if (!plus && !take('-'))
                break;
            const std::optional<double> right = product();
            left = right ? std::optional(plus ? *left + *right : *left - *right) : std::nullopt;
        }
        return left;
    }

    std::optional<double> product()
    {
        std::optional<double> left = factor();
        while (left) {
            const bool times = take('*');
            if (!times && !take('/'))
                break;
            const std::optional<double> right = factor();
            if (!right || (!times && *right == 0))
                return std::nullopt;
            left = times ? *left * *right : *left / *right;
        }
        return left;
    }

    std::optional<double> factor()
    {
        if (++m_depth > maxDepth)
            return std::nullopt;
        std::optional<double> result;
        if (take('-')) {
            const std::optional<double> positive = factor();
            result = positive ? std::optional(-*positive) : std::nullopt;
        } else if (take('+')) {
            result = factor();
        } else if (take('(')) {
            result = sum();
            if (!take(')'))
                result.reset();
        } else {
            result = operand();
        }
        --m_depth;
        return result;
    }

    std::optional<double> operand()
    {
        const std::string_view word =
            takeWhile([](char c) { return isDigit(c) || isLetter(c) || c == '.' || c == '$'; });
        if (word.empty())
            return std::nullopt;
        if (isDigit(word.front()) || word.front() == '.')
            return toDouble(word);
        if ((word == "SUM" || word == "sum") && take('('))
            return total();
        const auto region = regionOf(word);
        if (!region || region->cells() != 1)
            return std::nullopt;
        return valueAt(region->row, region->column);
    }

    std::optional<double> total()
    {
        double result = 0;
        do {
            skipSpaces();
            const auto region =
                regionOf(takeWhile([](char c) { return isDigit(c) || isLetter(c) || c == ':' || c == '$'; }));
            if (!region)
                return std::nullopt;
            for (int row = region->row; row <= region->lastRow(); ++row) {
                for (int column = region->column; column <= region->lastColumn(); ++column) {
                    if (m_calculator.calculated(row, column).text == errorText)
                        return std::nullopt;
                    result += m_calculator.number(row, column).value_or(0);
                }
            }
        } while (take(','));
        return take(')') ? std::optional(result) : std::nullopt;
    }

    static std::optional<Sheet::Rectangle> regionOf(std::string_view text)
    {
        const auto region = Sheet::Region::parse(QString::fromUtf8(text.data(), qsizetype(text.size())));
        if (!region || !region->isClosed() || region->bounded().cells() > Sheet::maxSpreadsheetCells)
            return std::nullopt;
        return region->bounded();
    }

    std::optional<double> valueAt(int row, int column)
    {
        const bool isEmpty = m_calculator.calculated(row, column).kind == Sheet::CellKind::Empty;
        return isEmpty ? std::optional<double>(0) : m_calculator.number(row, column);
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }

    bool take(char c)
    {
        skipSpaces();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    template <typename Belongs> std::string_view takeWhile(Belongs belongs)
    {
        const size_t begin = m_at;
        while (m_at < m_text.size() && belongs(m_text[m_at]))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    Calculator &m_calculator;
    std::string_view m_text;
    size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Sheet::Cell Calculator::calculated(int row, int column)
{
    const Sheet::Cell cell = m_cells.at(row, column);
    if (cell.kind != Sheet::CellKind::Formula)
        return cell;
    const auto [known, isNew] = m_values.try_emplace({row, column});
    std::string &text = known->second;
    if (isNew && ++m_depth <= maxDepth) {
        const std::optional<double> value = Expression(*this, cell.text.substr(1)).value();
        text = value && std::isfinite(*value) ? shortest(*value) : std::string(errorText);
    } else if (text.empty()) {
        text = errorText; // it refers to itself, or is nested too deeply
    }
    if (isNew)
        --m_depth;
    return text == errorText ? Sheet::Cell::ofText(text) : Sheet::Cell::ofNumber(text);
}

std::optional<double> Calculator::number(int row, int column)
{
    const Sheet::Cell cell = calculated(row, column);
    if (cell.kind == Sheet::CellKind::Number)
        return toDouble(cell.text);
    const Cells::Stored *stored = m_cells.find(row, column);
    const auto date = stored && stored->isDate ? DateText::read(cell.text) : std::nullopt;
    return date ? std::optional(date->serial()) : std::nullopt;
}

} // namespace Sandbox
