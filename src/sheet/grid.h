#pragma once

#include "sheet/cell.h"

#include <QtGlobal>

#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace Sheet {

// A compact table of cells, rows × columns, row-major, 0-based: 16 bytes a cell, plus text that does not fit into them.
// Text of up to 14 bytes is stored in the cell itself. A cell's text stays valid until the cell is set, columns are
// added, or the grid is destroyed; adding rows and moving the grid do not invalidate it. Moving is cheap and leaves an
// empty grid; copying is explicit. Blank cells take space too. Not thread-safe; any one thread.
class Grid
{
    struct Slot;

public:
    class Row;

    Grid() = default;
    explicit Grid(int columns);
    ~Grid() = default;
    Grid(Grid &&other) noexcept;
    Grid &operator=(Grid &&other) noexcept;
    Q_DISABLE_COPY(Grid)
    [[nodiscard]] Grid copy() const;

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] bool isEmpty() const { return m_rows == 0 || m_columns == 0; }
    [[nodiscard]] Row row(int row) const; // outside the grid: one of Empty cells
    [[nodiscard]] Cell at(int row, int column) const; // outside the grid: Empty

    void appendRow(std::span<const Cell> cells); // a shorter row is filled with Empty, a longer one adds columns
    void widen(int columns); // to at least this many; moves every cell each time
    void set(int row, int column, const Cell &cell); // grows the grid if needed; the cell may be from this grid

    [[nodiscard]] qint64 bytes() const; // memory used, for measurements and limits

private:
    struct Slot
    {
        CellKind kind = CellKind::Empty;
        unsigned char size = 0; // of the text in the slot; `outside` if it is in the arena
        char inside[14] = {};
    };
    static_assert(sizeof(Slot) == 16);
    static constexpr unsigned char outside = 0xff;

    [[nodiscard]] Slot *slotsOf(int row) const
    {
        const size_t inBlock = size_t(row) & ((size_t(1) << m_rowBits) - 1);
        return m_blocks[size_t(row) >> m_rowBits].get() + inBlock * size_t(m_columns);
    }
    [[nodiscard]] size_t blockSlots() const { return size_t(m_columns) << m_rowBits; }
    [[nodiscard]] static std::string_view textOutside(const Slot &slot);

    void store(const Cell &cell, Slot &slot);
    [[nodiscard]] char *room(size_t size);
    void growTo(int rows);

    int m_rows = 0;
    int m_columns = 0;
    int m_rowBits = 0; // the bits of a row's number that count it within its block
    std::vector<std::unique_ptr<Slot[]>> m_blocks; // each of whole rows
    std::vector<std::unique_ptr<char[]>> m_chunks; // the arena; text replaced by set() is not reclaimed
    qint64 m_chunkBytes = 0;
    char *m_free = nullptr; // in the current chunk
    size_t m_freeBytes = 0;
};

// A row of a grid, for loops over many cells. A view: valid until columns are added or the grid is destroyed.
class Grid::Row
{
public:
    [[nodiscard]] Cell operator[](int column) const // beyond the row's ends: Empty
    {
        return column >= 0 && column < m_columns ? cellOf(m_slots[column]) : Cell{};
    }

    // Whether the two rows hold the same kind and text there, as far as a quick check can tell: if false, compare the
    // cells.
    [[nodiscard]] bool isSurelySame(int column, const Row &other) const
    {
        return column < m_columns && column < other.m_columns
            && std::memcmp(&m_slots[column], &other.m_slots[column], sizeof(Slot)) == 0;
    }

private:
    friend class Grid;
    Row(const Slot *slots, int columns) : m_slots(slots), m_columns(columns) { }
    [[nodiscard]] static Cell cellOf(const Slot &slot)
    {
        return {slot.kind, slot.size == outside ? textOutside(slot) : std::string_view(slot.inside, slot.size)};
    }

    const Slot *m_slots;
    int m_columns;
};

inline Grid::Row Grid::row(int row) const
{
    return row >= 0 && row < m_rows ? Row(slotsOf(row), m_columns) : Row(nullptr, 0);
}

inline Cell Grid::at(int row, int column) const
{
    return this->row(row)[column];
}

} // namespace Sheet
