#include "sheet/grid.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>

namespace Sheet {

namespace {

constexpr int maxBlockSlots = 1 << 12; // 64 KiB: little waste, and nothing is moved when the grid grows
constexpr int maxRowBits = 20; // the rows of a sheet, for a grid without columns
constexpr size_t usualChunk = 1 << 20;
constexpr size_t ownChunkFrom =
    usualChunk / 16; // a text of this size gets a separate chunk, so that little of the others is wasted

// A text outside its slot: the slot's 14 bytes hold its address and a 48-bit size.
constexpr size_t addressBytes = sizeof(const char *);
constexpr size_t sizeBytes = 14 - addressBytes;
static_assert(sizeBytes == 6 && sizeof(quint64) == 8);

// How many rows a block holds, as a power of 2; at least one.
int rowBitsFor(int columns)
{
    int bits = 0;
    while (bits < maxRowBits && columns << (bits + 1) <= maxBlockSlots)
        ++bits;
    return bits;
}

// Fields are short, and calling memcpy() for each takes longer than the copying.
void copyShort(char *to, std::string_view text)
{
    const auto copy = [to, text]<typename Word>(Word word) {
        std::memcpy(&word, text.data() + text.size() - sizeof word, sizeof word);
        std::memcpy(to + text.size() - sizeof word, &word, sizeof word);
        std::memcpy(&word, text.data(), sizeof word);
        std::memcpy(to, &word, sizeof word);
    };
    if (text.size() >= sizeof(quint64))
        copy(quint64());
    else if (text.size() >= sizeof(quint32))
        copy(quint32());
    else if (text.size() >= sizeof(quint16))
        copy(quint16());
    else if (!text.empty())
        *to = text.front();
}

} // namespace

Grid::Grid(int columns) : m_columns(std::max(columns, 0)), m_rowBits(rowBitsFor(m_columns)) { }

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
    m_rowBits = std::exchange(other.m_rowBits, 0);
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
    Slot *slots = slotsOf(m_rows - 1);
    for (const Cell &cell : cells)
        store(cell, *slots++);
}

void Grid::set(int row, int column, const Cell &cell)
{
    Q_ASSERT(row >= 0 && column >= 0);
    if (column >= m_columns) { // frees the memory that the cell may point into
        const std::string text(cell.text);
        widen(column + 1);
        set(row, column, {cell.kind, text});
        return;
    }
    if (row >= m_rows)
        growTo(row + 1);
    Slot &slot = slotsOf(row)[column];
    const bool isOwnText = !std::less<>()(cell.text.data(), slot.inside)
        && std::less<>()(cell.text.data(), slot.inside + sizeof slot.inside);
    if (isOwnText)
        store({cell.kind, std::string(cell.text)}, slot);
    else
        store(cell, slot);
}

qint64 Grid::bytes() const
{
    return qint64(m_blocks.size() * blockSlots() * sizeof(Slot)) + m_chunkBytes;
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

// Built in place: a slot built elsewhere and copied costs more than everything else here.
void Grid::store(const Cell &cell, Slot &slot)
{
    slot = {};
    slot.kind = cell.kind;
    const size_t size = cell.text.size();
    if (size <= sizeof slot.inside) {
        slot.size = static_cast<unsigned char>(size);
        copyShort(slot.inside, cell.text);
        return;
    }
    char *text = room(size);
    std::memcpy(text, cell.text.data(), size);
    slot.size = outside;
    std::memcpy(slot.inside, &text, addressBytes);
    for (size_t i = 0; i < sizeBytes; ++i)
        slot.inside[addressBytes + i] = static_cast<char>(quint64(size) >> (8 * i));
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
    const size_t blockRows = size_t(1) << m_rowBits;
    while (m_blocks.size() * blockRows < size_t(rows))
        m_blocks.push_back(std::make_unique<Slot[]>(blockSlots()));
    m_rows = rows;
}

void Grid::widen(int columns)
{
    if (columns <= m_columns)
        return;
    Grid wider(columns);
    wider.growTo(m_rows);
    for (int row = 0; row < m_rows; ++row)
        std::copy_n(slotsOf(row), m_columns, wider.slotsOf(row));
    m_blocks = std::move(wider.m_blocks);
    m_columns = columns;
    m_rowBits = wider.m_rowBits;
}

} // namespace Sheet
