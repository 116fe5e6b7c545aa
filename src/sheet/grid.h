#pragma once

#include "sheet/cell.h"

#include <QtGlobal>

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
public:
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
    [[nodiscard]] Cell at(int row, int column) const // outside the grid: Empty
    {
        if (row < 0 || column < 0 || row >= m_rows || column >= m_columns)
            return {};
        const Slot &slot = slotAt(row, column);
        return {slot.kind, slot.size == outside ? textOutside(slot) : std::string_view(slot.inside, slot.size)};
    }

    void appendRow(std::span<const Cell> cells); // a shorter row is filled with Empty, a longer one adds columns
    void widen(int columns); // to at least this many; moves every cell each time
    void set(int row, int column, Cell cell); // grows the grid if needed; the cell may be from this grid

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
    static constexpr size_t blockSlots = 1 << 12; // 64 KiB: little waste, and nothing is moved when the grid grows

    [[nodiscard]] const Slot &slotAt(int row, int column) const
    {
        const size_t index = size_t(row) * size_t(m_columns) + size_t(column);
        return m_blocks[index / blockSlots][index % blockSlots];
    }
    [[nodiscard]] Slot &slotAt(int row, int column)
    {
        return const_cast<Slot &>(std::as_const(*this).slotAt(row, column));
    }
    [[nodiscard]] static std::string_view textOutside(const Slot &slot);

    [[nodiscard]] Slot store(Cell cell);
    [[nodiscard]] char *room(size_t size);
    void growTo(int rows);

    int m_rows = 0;
    int m_columns = 0;
    std::vector<std::unique_ptr<Slot[]>> m_blocks;
    std::vector<std::unique_ptr<char[]>> m_chunks; // the arena; text replaced by set() is not reclaimed
    qint64 m_chunkBytes = 0;
    char *m_free = nullptr; // in the current chunk
    size_t m_freeBytes = 0;
};

} // namespace Sheet
