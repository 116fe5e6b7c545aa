#include "sheet/grid.h"

#include <algorithm>
#include <cstring>

namespace Sheet {

namespace {

constexpr size_t usualChunk = 1 << 20;

// How a text outside of its slot is found: in the slot's 14 bytes, which are not aligned.
struct Reference
{
    const char *text;
    unsigned int size;
};

constexpr size_t referenceBytes = sizeof(Reference::text) + sizeof(Reference::size);

} // namespace

Grid::Grid(int columns) : m_columns(columns) { }

Cell Grid::at(int row, int column) const
{
    if (row < 0 || column < 0 || row >= m_rows || column >= m_columns)
        return {};
    const Slot &slot = m_slots[size_t(row) * size_t(m_columns) + size_t(column)];
    if (slot.size != outside)
        return {slot.kind, std::string_view(slot.inside, slot.size)};
    Reference reference{};
    std::memcpy(&reference.text, slot.inside, sizeof reference.text);
    std::memcpy(&reference.size, slot.inside + sizeof reference.text, sizeof reference.size);
    return {slot.kind, std::string_view(reference.text, reference.size)};
}

void Grid::reserveRows(int rows)
{
    m_slots.reserve(size_t(rows) * size_t(m_columns));
}

void Grid::appendRow(std::span<const Cell> cells)
{
    if (int(cells.size()) > m_columns)
        widen(int(cells.size()));
    for (const Cell &cell : cells)
        m_slots.push_back(store(cell));
    m_slots.resize(m_slots.size() + size_t(m_columns) - cells.size());
    ++m_rows;
}

void Grid::set(int row, int column, Cell cell)
{
    if (column >= m_columns)
        widen(column + 1);
    if (row >= m_rows) {
        m_rows = row + 1;
        const size_t needed = size_t(m_rows) * size_t(m_columns);
        if (needed > m_slots.capacity())
            m_slots.reserve(std::max(needed, m_slots.capacity() + m_slots.capacity() / 2));
        m_slots.resize(needed);
    }
    m_slots[size_t(row) * size_t(m_columns) + size_t(column)] = store(cell);
}

void Grid::shrinkToRows(int rows)
{
    if (rows >= m_rows)
        return;
    m_rows = rows;
    m_slots.resize(size_t(rows) * size_t(m_columns));
}

qint64 Grid::bytes() const
{
    return qint64(m_slots.capacity() * sizeof(Slot)) + m_chunkBytes;
}

Grid::Slot Grid::store(Cell cell)
{
    Slot slot;
    slot.kind = cell.kind;
    const size_t size = cell.text.size();
    if (size == 0)
        return slot;
    if (size <= sizeof slot.inside) {
        slot.size = static_cast<unsigned char>(size);
        std::memcpy(slot.inside, cell.text.data(), size);
        return slot;
    }
    if (m_chunkUsed + size > m_chunkSize) {
        m_chunkSize = std::max(usualChunk, size);
        m_chunkUsed = 0;
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(m_chunkSize));
        m_chunkBytes += qint64(m_chunkSize);
    }
    const Reference reference{m_chunks.back().get() + m_chunkUsed, static_cast<unsigned int>(size)};
    std::memcpy(m_chunks.back().get() + m_chunkUsed, cell.text.data(), size);
    m_chunkUsed += size;
    static_assert(referenceBytes <= sizeof slot.inside);
    slot.size = outside;
    std::memcpy(slot.inside, &reference.text, sizeof reference.text);
    std::memcpy(slot.inside + sizeof reference.text, &reference.size, sizeof reference.size);
    return slot;
}

void Grid::widen(int columns)
{
    std::vector<Slot> wider(size_t(m_rows) * size_t(columns));
    for (int row = 0; row < m_rows; ++row)
        std::copy_n(m_slots.begin() + qsizetype(row) * m_columns, m_columns, wider.begin() + qsizetype(row) * columns);
    m_slots = std::move(wider);
    m_columns = columns;
}

} // namespace Sheet
