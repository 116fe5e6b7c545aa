#pragma once

#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <string>
#include <utility>
#include <vector>

namespace Writeback {

// The content of the region as last read, to be compared with the desired grid. A cell that holds the desired value in
// another form is here with the desired one, see match(); a reading gets the cells as they were read, so that the new
// values are compared with those read before. Move-only. Not thread-safe; any one thread.
class ExistingGrid
{
public:
    ExistingGrid() = default;
    ExistingGrid(Sheet::Grid grid) : m_grid(std::move(grid)) { }

    operator const Sheet::Grid &() const { return m_grid; }
    [[nodiscard]] Sheet::Cell at(int row, int column) const { return m_grid.at(row, column); }

    // The cell holds the desired value in another form: it counts as equal until the sheet is read again.
    void match(const Sheet::Address &place, Sheet::Cell desired);

    // For a reading, which updates it: the cells as they were read before.
    [[nodiscard]] Sheet::Grid &forReading();

    [[nodiscard]] Sheet::Grid take() { return std::move(m_grid); } // as compared

private:
    struct Match
    {
        Sheet::Address place; // in the grid
        Sheet::CellKind kind = Sheet::CellKind::Empty; // as it was read
        std::string text;
    };

    Sheet::Grid m_grid;
    std::vector<Match> m_matches;
};

} // namespace Writeback
