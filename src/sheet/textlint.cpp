#include "sheet/textlint.h"

#include "sheet/decimal.h"
#include "sheet/letters.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace Sheet {

namespace {

// "Jan 5", "sept-26", "Monday, 5 May": a text with a digit that begins with the name of a month or weekday, possibly
// abbreviated to three letters or more.
bool beginsLikeDate(std::string_view text)
{
    static constexpr std::array<std::string_view, 19> names{
        "january",   "february",  "march",   "april",    "may",      "june",   "july",
        "august",    "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday",  "friday",  "saturday", "sunday"};
    const auto end = std::ranges::find_if_not(text, isLetter);
    const std::string_view word = text.substr(0, size_t(end - text.begin()));
    const auto begins = [&](std::string_view name) {
        return word.size() <= name.size() && std::ranges::equal(word, name.substr(0, word.size()), {}, lower);
    };
    return word.size() >= 3 && std::ranges::any_of(text, isDigit) && std::ranges::any_of(names, begins);
}

bool isBooleanWord(std::string_view text)
{
    const auto is = [&](std::string_view word) {
        return std::ranges::equal(text, word, [](char a, char b) { return lower(a) == b; });
    };
    return is("true") || is("false");
}

// Outside ASCII: the minus sign, and full-width characters that start a formula.
constexpr std::array<std::string_view, 5> wideFormulaSigns{"−", "＝", "＋", "－", "＠"};

constexpr std::array<std::string_view, 10> currencySigns{"$", "€", "£", "¥", "₹", "₩", "₽", "₺", "₪", "¤"};

constexpr std::string_view noBreakSpace = "\u00a0";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty()) {
        if (isSpace(text.front()))
            text.remove_prefix(1);
        else if (text.front() == noBreakSpace.front() && text.starts_with(noBreakSpace))
            text.remove_prefix(noBreakSpace.size());
        else
            break;
    }
    while (!text.empty()) {
        if (isSpace(text.back()))
            text.remove_suffix(1);
        else if (text.back() == noBreakSpace.back() && text.ends_with(noBreakSpace))
            text.remove_suffix(noBreakSpace.size());
        else
            break;
    }
    return text;
}

bool isTextOrBlank(const Cell &cell)
{
    return cell.kind == CellKind::Text || cell.isBlank();
}

// Calls `what(row, column)` for each cell of `grid` that `diff` writes and that is at risk, in the columns checked.
template <typename Risk, typename Looks, typename What>
void forWrittenAtRisk(const Grid &grid, const Diff &diff, Risk isAtRisk, Looks looksAt, What what)
{
    for (const Span &span : diff.spans) {
        const Grid::Row cells = grid.row(span.row);
        for (int column = span.first; column <= std::min(span.last, grid.columns() - 1); ++column) {
            if (looksAt(column) && isAtRisk(cells[column]))
                what(span.row, column);
        }
    }
}

// Joins adjacent blocks of the same rows.
std::vector<Rectangle> joined(std::vector<Rectangle> blocks)
{
    std::ranges::sort(blocks, {},
                      [](const Rectangle &block) { return std::tuple(block.row, block.rows, block.column); });
    std::vector<Rectangle> wide;
    for (const Rectangle &block : blocks) {
        if (!wide.empty() && wide.back().row == block.row && wide.back().rows == block.rows
            && wide.back().column + wide.back().columns == block.column)
            ++wide.back().columns;
        else
            wide.push_back(block);
    }
    return wide;
}

} // namespace

bool mayBeReinterpreted(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return false;
    const char first = text.front();
    if (isLetter(first))
        return isBooleanWord(text) || beginsLikeDate(text);
    const auto begins = [&](std::string_view sign) { return text.starts_with(sign); };
    // Numbers, percentages, fractions, times and most dates begin with a digit.
    if (isDigit(first) || std::string_view("=+-@'#").find(first) != std::string_view::npos
        || std::ranges::any_of(wideFormulaSigns, begins))
        return true;
    const bool mayBeginNumber =
        std::string_view(".,(%").find(first) != std::string_view::npos || std::ranges::any_of(currencySigns, begins);
    return mayBeginNumber && std::ranges::any_of(text, isDigit);
}

bool becomesFormula(std::string_view text)
{
    text = trimmed(text);
    return text.starts_with('=') || text.starts_with("＝");
}

std::vector<Rectangle> textFormatBlocks(const Grid &desired, const Diff &diff, bool (*isTextAtRisk)(std::string_view))
{
    const auto isAtRisk = [=](const Cell &cell) { return cell.kind == CellKind::Text && isTextAtRisk(cell.text); };
    enum class Column : unsigned char { NoRisk, OfText, Mixed };
    std::vector<Column> columns(size_t(desired.columns()), Column::NoRisk);
    const auto is = [&columns](Column kind) {
        return [&columns, kind](int column) { return columns[size_t(column)] == kind; };
    };
    forWrittenAtRisk(desired, diff, isAtRisk, is(Column::NoRisk),
                     [&](int, int column) { columns[size_t(column)] = Column::OfText; });
    if (std::ranges::count(columns, Column::OfText) == 0)
        return {};
    for (int row = 0; row < desired.rows(); ++row) {
        const Grid::Row cells = desired.row(row);
        for (int column = 0; column < desired.columns(); ++column) {
            if (columns[size_t(column)] == Column::OfText && !isTextOrBlank(cells[column]))
                columns[size_t(column)] = Column::Mixed;
        }
    }

    std::vector<Rectangle> blocks;
    for (int column = 0; column < desired.columns(); ++column) {
        if (columns[size_t(column)] == Column::OfText)
            blocks.push_back({0, column, desired.rows(), 1});
    }
    std::vector<Rectangle> runs(size_t(desired.columns())); // of the mixed columns, extending downwards
    const auto joins = [&](const Rectangle &run, int row) {
        for (int between = run.lastRow() + 1; between < row; ++between) {
            if (!isAtRisk(desired.at(between, run.column)))
                return false;
        }
        return !run.isEmpty();
    };
    forWrittenAtRisk(desired, diff, isAtRisk, is(Column::Mixed), [&](int row, int column) {
        Rectangle &run = runs[size_t(column)];
        if (joins(run, row)) {
            run.rows = row - run.row + 1;
            return;
        }
        if (!run.isEmpty())
            blocks.push_back(run);
        run = {row, column, 1, 1};
    });
    std::ranges::copy_if(runs, std::back_inserter(blocks), [](const Rectangle &run) { return !run.isEmpty(); });
    return joined(std::move(blocks));
}

} // namespace Sheet
