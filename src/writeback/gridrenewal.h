#pragma once

#include "sheet/diff.h"
#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <span>
#include <vector>

namespace Writeback {

// What a reading changed in the grid.
struct Alterations
{
    qint64 cells = 0;
    std::vector<Sheet::Span> spans; // in the grid: the first thousand, in the order they were read
    bool hasUnreadable = false; // a cell without valid text was received

    void add(int row, int column); // in the grid
};

// Updates a part of a grid from raw cells as a sheet returns them: rows in any order, pieces of a row from left to
// right, and again if a reading restarts. endBefore() clears cells that were not returned. A text that begins with '='
// may be a formula or text; until its calculated value is known, the cell keeps its previous content, or is Text. Cells
// without valid text that had none before count as unaltered, because they cannot be compared.
//   Positions are those of the sheet, except in Alterations; the grid's (0, 0) is at `anchor`. Grid and alterations
// must outlive it.
class GridRenewal
{
public:
    GridRenewal(Sheet::Grid &grid, const Sheet::Address &anchor, const Sheet::Rectangle &part,
                Alterations &alterations);

    void begin(); // a reading starts or restarts: nothing of the part is known yet
    void takeRaw(int row, int column, std::span<const Sheet::Cell> cells); // cells outside the part are ignored
    void takeCalculated(int row, int column, std::span<const Sheet::Cell> cells);
    void endBefore(int row); // cells of earlier rows that were not returned are empty

    [[nodiscard]] const Sheet::Rectangle &part() const { return m_part; }
    [[nodiscard]] const Sheet::Rectangle &doubtful() const { return m_doubtful; } // texts that may be formulas
    void settled() { m_doubtful = {}; } // their calculated values are known

private:
    void put(int row, int column, const Sheet::Cell &cell); // in the grid
    void clear(int row, int first, int last);
    void alter(int row, int column, const Sheet::Cell &cell);
    void noteCounted(int row, int column);
    [[nodiscard]] bool wasCounted(int row, int column) const;

    Sheet::Grid &m_grid;
    const Sheet::Address m_anchor;
    const Sheet::Rectangle m_part;
    Alterations &m_alterations;
    std::vector<int> m_coveredTo; // for each row of the part: the column of the grid up to which it is known
    Sheet::Rectangle m_doubtful; // in the sheet
    std::vector<Sheet::Span> m_counted; // doubtful cells already counted as altered, in reading order
};

} // namespace Writeback
