#include "sheet/textlint.h"

#include <algorithm>
#include <array>

namespace Sheet {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "jan", "Mon 5": a text that begins with the name of a month or a weekday, and has a digit.
bool beginsLikeDate(std::string_view text)
{
    static constexpr std::array<std::string_view, 19> names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
                                                            "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (text.size() < 4 || std::ranges::none_of(text, isDigit))
        return false;
    const std::array<char, 3> begin{lower(text[0]), lower(text[1]), lower(text[2])};
    return std::ranges::find(names, std::string_view(begin.data(), begin.size())) != names.end();
}

bool isBooleanWord(std::string_view text)
{
    const auto is = [&](std::string_view word) {
        return std::ranges::equal(text, word, [](char a, char b) { return lower(a) == b; });
    };
    return is("true") || is("false");
}

constexpr std::array<std::string_view, 5> currencySigns{"$", "€", "£", "¥", "₹"};

} // namespace

bool mayBeReinterpreted(std::string_view text)
{
    while (text.starts_with(' ') || text.starts_with('\t') || text.starts_with('\xa0'))
        text.remove_prefix(1);
    if (text.empty())
        return false;
    const char first = text.front();
    if (first == '=' || first == '+' || first == '-' || first == '@' || first == '\'')
        return true;
    // Numbers, percentages, amounts, fractions, times and most dates begin with a digit, a point, a bracket or a currency sign.
    if (isDigit(first))
        return true;
    const bool hasDigit = std::ranges::any_of(text, isDigit);
    if (hasDigit && (first == '.' || first == ',' || first == '(' || first == '#'))
        return true;
    if (hasDigit && std::ranges::any_of(currencySigns, [&](std::string_view sign) { return text.starts_with(sign); }))
        return true;
    return isBooleanWord(text) || beginsLikeDate(text);
}

std::vector<Rectangle> textFormatBlocks(const Grid &desired, const Diff &diff)
{
    enum : unsigned char { NothingAtRisk, AtRisk };
    std::vector<unsigned char> columns(size_t(desired.columns()), NothingAtRisk);
    for (const Span &span : diff.spans) {
        if (span.row >= desired.rows())
            continue;
        for (int column = span.first; column <= std::min(span.last, desired.columns() - 1); ++column) {
            if (columns[size_t(column)] == AtRisk)
                continue;
            const Cell cell = desired.at(span.row, column);
            if (cell.kind == CellKind::Text && mayBeReinterpreted(cell.text))
                columns[size_t(column)] = AtRisk;
        }
    }

    std::vector<Rectangle> blocks;
    for (int column = 0; column < desired.columns(); ++column) {
        if (columns[size_t(column)] != AtRisk)
            continue;
        // Runs of text at risk, joined over blank cells and harmless text; a number or a boolean ends a run.
        int begin = -1;
        int end = -1;
        for (int row = 0; row <= desired.rows(); ++row) {
            const Cell cell = desired.at(row, column);
            const bool ends = row == desired.rows() || (!cell.isBlank() && cell.kind != CellKind::Text);
            if (ends && begin >= 0) {
                blocks.push_back({begin, column, end - begin + 1, 1});
                begin = -1;
            } else if (!ends && cell.kind == CellKind::Text && mayBeReinterpreted(cell.text)) {
                begin = begin < 0 ? row : begin;
                end = row;
            }
        }
    }
    // Neighbouring columns of the same rows share a block.
    std::vector<Rectangle> joined;
    for (const Rectangle &block : blocks) {
        const auto same = std::ranges::find_if(joined, [&](const Rectangle &other) {
            return other.row == block.row && other.rows == block.rows && other.column + other.columns == block.column;
        });
        if (same != joined.end())
            ++same->columns;
        else
            joined.push_back(block);
    }
    return joined;
}

} // namespace Sheet
