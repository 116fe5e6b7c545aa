#pragma once

#include "sheet/cell.h"

#include <QtGlobal>

#include <memory>
#include <span>
#include <vector>

namespace Sheet {

// A compact table of cells, rows × columns, row-major, 0-based: 16 bytes a cell, and the text that does not fit into them.
// Text of up to 14 bytes lies in the cell itself. A cell's text stays valid until the grid is destroyed or the cell is set.
// Moves are cheap, there are no copies. Not thread-safe; any one thread.
class Grid
{
public:
    explicit Grid(int columns = 0);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] bool isEmpty() const { return m_rows == 0 || m_columns == 0; }
    [[nodiscard]] Cell at(int row, int column) const; // outside of the grid: Empty

    void reserveRows(int rows);
    void appendRow(std::span<const Cell> cells); // a shorter row is filled with Empty, a longer one widens the grid
    void set(int row, int column, Cell cell); // grows the grid to hold it
    void shrinkToRows(int rows);

    [[nodiscard]] qint64 bytes() const; // memory taken, for measurements and limits

private:
    struct Slot
    {
        CellKind kind = CellKind::Empty;
        unsigned char size = 0; // of the text inside; `outside` when it lies in the arena
        char inside[14] = {};
    };
    static_assert(sizeof(Slot) == 16);
    static constexpr unsigned char outside = 0xff;

    [[nodiscard]] Slot store(Cell cell);
    void widen(int columns);

    int m_rows = 0;
    int m_columns = 0;
    std::vector<Slot> m_slots;
    std::vector<std::unique_ptr<char[]>> m_chunks; // the arena; what set() replaces is not reclaimed
    qint64 m_chunkBytes = 0;
    size_t m_chunkUsed = 0;
    size_t m_chunkSize = 0;
};

} // namespace Sheet
