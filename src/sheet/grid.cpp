#include "sheet/grid.h"

#include <algorithm>
#include <cstring>

namespace Sheet {

namespace {

constexpr size_t usualChunk = 1 << 20;
constexpr size_t ownChunkFrom =
    usualChunk / 16; // a text of this size gets a separate chunk, so that little of the others is wasted

// A text outside its slot: the slot's 14 bytes hold its address and a 48-bit size.
constexpr size_t addressBytes = sizeof(const char *);
constexpr size_t sizeBytes = 14 - addressBytes;
static_assert(sizeBytes == 6 && sizeof(quint64) == 8);

} // namespace

Grid::Grid(int columns) : m_columns(std::max(columns, 0)) { }

Grid::Grid(Grid &&other) noexcept : Grid()
{
    *this = std::move(other);
}

Grid &Grid::operator=(Grid &&other) noexcept
{
    if (this == &other)
        return *this;
    m_rows = std::exchange(other.m_rows, 0);
    m_columns = std::exchange(other.m_columns, 0);
    m_blocks = std::exchange(other.m_blocks, {});
    m_chunks = std::exchange(other.m_chunks, {});
    m_chunkBytes = std::exchange(other.m_chunkBytes, 0);
    m_free = std::exchange(other.m_free, nullptr);
    m_freeBytes = std::exchange(other.m_freeBytes, 0);
    return *this;
}

Grid Grid::copy() const
{
    Grid copy(m_columns);
    auto cells = std::vector<Cell>(size_t(m_columns));
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column)
            cells[size_t(column)] = at(row, column);
        copy.appendRow(cells);
    }
    return copy;
}

void Grid::appendRow(std::span<const Cell> cells)
{
    widen(int(cells.size()));
    growTo(m_rows + 1);
    for (int column = 0; column < int(cells.size()); ++column)
        slotAt(m_rows - 1, column) = store(cells[size_t(column)]);
}

void Grid::set(int row, int column, Cell cell)
{
    Q_ASSERT(row >= 0 && column >= 0);
    const Slot slot = store(cell);
    widen(column + 1);
    growTo(std::max(row + 1, m_rows));
    slotAt(row, column) = slot;
}

qint64 Grid::bytes() const
{
    return qint64(m_blocks.size() * blockSlots * sizeof(Slot)) + m_chunkBytes;
}

std::string_view Grid::textOutside(const Slot &slot)
{
    const char *text = nullptr;
    quint64 size = 0;
    std::memcpy(&text, slot.inside, addressBytes);
    for (size_t i = 0; i < sizeBytes; ++i)
        size |= quint64(static_cast<unsigned char>(slot.inside[addressBytes + i])) << (8 * i);
    return {text, size_t(size)};
}

Grid::Slot Grid::store(Cell cell)
{
    Slot slot;
    slot.kind = cell.kind;
    const size_t size = cell.text.size();
    if (size <= sizeof slot.inside) {
        slot.size = static_cast<unsigned char>(size);
        std::copy_n(cell.text.data(), size, slot.inside);
        return slot;
    }
    char *text = room(size);
    std::memcpy(text, cell.text.data(), size);
    slot.size = outside;
    std::memcpy(slot.inside, &text, addressBytes);
    for (size_t i = 0; i < sizeBytes; ++i)
        slot.inside[addressBytes + i] = static_cast<char>(quint64(size) >> (8 * i));
    return slot;
}

char *Grid::room(size_t size)
{
    if (size > m_freeBytes) {
        const bool own = size >= ownChunkFrom;
        const size_t chunk = own ? size : usualChunk;
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(chunk));
        m_chunkBytes += qint64(chunk);
        if (own)
            return m_chunks.back().get();
        m_free = m_chunks.back().get();
        m_freeBytes = chunk;
    }
    m_freeBytes -= size;
    return std::exchange(m_free, m_free + size);
}

void Grid::growTo(int rows)
{
    const size_t needed = (size_t(rows) * size_t(m_columns) + blockSlots - 1) / blockSlots;
    while (m_blocks.size() < needed)
        m_blocks.push_back(std::make_unique<Slot[]>(blockSlots));
    m_rows = rows;
}

void Grid::widen(int columns)
{
    if (columns <= m_columns)
        return;
    Grid wider(columns);
    wider.growTo(m_rows);
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column)
            wider.slotAt(row, column) = slotAt(row, column);
    }
    m_blocks = std::move(wider.m_blocks);
    m_columns = columns;
}

} // namespace Sheet
