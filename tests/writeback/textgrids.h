#pragma once

#include "sheet/grid.h"

#include <functional>
#include <string>
#include <vector>

// Grids of texts for the tests of the write plan and its blocks.
namespace Support {

inline Sheet::Grid textGrid(int rows, int columns, const std::function<std::string(int, int)> &text)
{
    Sheet::Grid grid(columns);
    for (int row = 0; row < rows; ++row) {
        std::vector<std::string> texts;
        std::vector<Sheet::Cell> cells;
        for (int column = 0; column < columns; ++column)
            texts.push_back(text(row, column));
        for (const std::string &cell : texts)
            cells.push_back(Sheet::Cell::ofText(cell));
        grid.appendRow(cells);
    }
    return grid;
}

inline std::string place(int row, int column)
{
    return std::to_string(row) + "/" + std::to_string(column);
}

} // namespace Support
