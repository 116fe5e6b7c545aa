#pragma once

#include "sheet/grid.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace Sheet {

// Short words for cells and grids in tests.
inline Cell text(std::string_view characters)
{
    return Cell::ofText(characters);
}

inline Cell number(std::string_view digits)
{
    return Cell::ofNumber(digits);
}

inline constexpr Cell blank{};
inline constexpr Cell keep{CellKind::Keep, {}};

inline Grid gridOf(std::initializer_list<std::initializer_list<Cell>> rows)
{
    Grid grid;
    for (const auto &row : rows)
        grid.appendRow(std::vector<Cell>(row));
    return grid;
}

// The same kind and the same characters: stricter than sameValue().
inline bool isSameCell(Cell a, Cell b)
{
    return a.kind == b.kind && a.text == b.text;
}

} // namespace Sheet
