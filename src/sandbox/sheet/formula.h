#pragma once

#include "sheet/cell.h"

#include <map>
#include <optional>
#include <string>

namespace Sandbox {

class Cells;

// Calculates the formulas of a sheet as far as the samples need it: numbers, + - * /, parentheses, cell references and
// SUM of references and ranges. Anything else, circular references, text where a number is needed, and division by zero
// are "#ERROR!". Caches its results: use one for a single reading of the sheet.
class Calculator
{
public:
    explicit Calculator(const Cells &cells) : m_cells(cells) { }

    // The cell as displayed: a formula's value, otherwise the cell itself. Valid as long as the calculator and the
    // cells.
    [[nodiscard]] Sheet::Cell calculated(int row, int column);

    // The cell as an operand: its number, or that of a date; nothing for anything else.
    [[nodiscard]] std::optional<double> number(int row, int column);

private:
    const Cells &m_cells;
    std::map<std::pair<int, int>, std::string> m_values; // of formulas; empty during its calculation
    int m_depth = 0;
};

} // namespace Sandbox
