#pragma once

#include "sheet/grid.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace Support {

// Short functions for cells and grids in tests.
inline Sheet::Cell text(std::string_view characters)
{
    return Sheet::Cell::ofText(characters);
}

inline Sheet::Cell number(std::string_view digits)
{
    return Sheet::Cell::ofNumber(digits);
}

inline constexpr Sheet::Cell blank{};
inline constexpr Sheet::Cell keep{Sheet::CellKind::Keep, {}};

inline Sheet::Grid gridOf(std::initializer_list<std::initializer_list<Sheet::Cell>> rows)
{
    Sheet::Grid grid;
    for (const auto &row : rows)
        grid.appendRow(std::vector<Sheet::Cell>(row));
    return grid;
}

// The same kind and the same characters: stricter than sameValue().
inline bool isSameCell(const Sheet::Cell &a, const Sheet::Cell &b)
{
    return a.kind == b.kind && a.text == b.text;
}

} // namespace Support
