#pragma once

#include "sheet/diff.h"
#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <span>
#include <vector>

namespace Writeback {

// What a reading found to be other than the grid had it.
struct Alterations
{
    qint64 cells = 0;
    std::vector<Sheet::Span> spans; // of them, in the grid: the first thousand, in the order of the reading
    bool hasUnreadable = false; // a cell came that is no valid text

    void add(int row, int column); // in the grid
};

// Makes a part of a grid true, from raw cells as a sheet gives them: rows from anywhere in the part, pieces of a row
// from left to right, the same ones again where a reading began anew. What did not come is cleared by endBefore(). A
// text that begins with '=' may be a formula or may be text; its calculated value tells, and until it is taken the cell
// is what it was before, or Text. Cells that are no valid text and were none before count as unaltered: there is no
// knowing.
//   Places are those of the sheet, but for Alterations; the grid's (0, 0) lies at `anchor`. Grid and alterations
//   outlive
// it.
class GridRenewal
{
public:
    GridRenewal(Sheet::Grid &grid, const Sheet::Address &anchor, const Sheet::Rectangle &part,
                Alterations &alterations);

    void begin(); // a reading begins, or begins anew: nothing of the part is known
    void takeRaw(int row, int column, std::span<const Sheet::Cell> cells); // cells outside of the part are ignored
    void takeCalculated(int row, int column, std::span<const Sheet::Cell> cells);
    void endBefore(int row); // cells of earlier rows that did not come hold nothing

    [[nodiscard]] const Sheet::Rectangle &part() const { return m_part; }
    [[nodiscard]] const Sheet::Rectangle &doubtful() const { return m_doubtful; } // texts that may be formulas
    void settled() { m_doubtful = {}; } // their calculated values were taken

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
    std::vector<int> m_coveredTo; // of each row of the part: the column of the grid up to which it is known
    Sheet::Rectangle m_doubtful; // in the sheet
    std::vector<Sheet::Span> m_counted; // doubtful cells that are among the alterations already, in reading order
};

} // namespace Writeback
