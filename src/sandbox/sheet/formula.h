#pragma once

#include "sheet/cell.h"

#include <map>
#include <optional>
#include <string>

namespace Sandbox {

class Cells;

// Calculates the formulas of a sheet as far as the samples need it: numbers, + - * /, parentheses, cell references and
// SUM of references and ranges. Everything else, references in a circle, text where a number is needed and a division
// by zero are "#ERROR!". Remembers what it calculated: for one reading of the sheet.
class Calculator
{
public:
    explicit Calculator(const Cells &cells) : m_cells(cells) { }

    // The cell as it is shown: a formula gives its value, everything else itself. Lives as long as the calculator and
    // the cells.
    [[nodiscard]] Sheet::Cell calculated(int row, int column);

    // What a formula counts the cell as: its number, or a date's; nothing for everything else.
    [[nodiscard]] std::optional<double> number(int row, int column);

private:
    const Cells &m_cells;
    std::map<std::pair<int, int>, std::string> m_values; // of formulas; empty while one is being calculated
    int m_depth = 0;
};

} // namespace Sandbox
