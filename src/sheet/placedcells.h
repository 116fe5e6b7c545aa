#pragma once

#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <optional>
#include <vector>

namespace Sheet {

// Some cells of a grid by their place in it, 24 bytes each plus text that does not fit into them. Move-only; copying is
// explicit. Not thread-safe; any one thread, and any number of them while no cell is added.
class PlacedCells
{
public:
    [[nodiscard]] PlacedCells copy() const;

    void add(const Address &place, const Cell &cell); // after all others, in reading order
    // None: it is not one of them. Its text is valid as long as this object.
    [[nodiscard]] std::optional<Cell> at(const Address &place) const;

    [[nodiscard]] bool isEmpty() const { return m_places.empty(); }
    [[nodiscard]] qint64 bytes() const; // memory used

private:
    std::vector<Address> m_places;
    Grid m_cells{1}; // a row for each place
};

} // namespace Sheet
