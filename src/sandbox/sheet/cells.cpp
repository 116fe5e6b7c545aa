#include "sandbox/sheet/cells.h"

#include <algorithm>

namespace Sandbox {

namespace {

bool isFilled(const Cells::Stored &stored)
{
    return stored.kind != Sheet::CellKind::Empty;
}

} // namespace

const Cells::Stored *Cells::find(int row, int column) const
{
    if (row < 0 || column < 0 || size_t(row) >= m_rows.size() || !m_rows[size_t(row)])
        return nullptr;
    const Row &cells = *m_rows[size_t(row)];
    return size_t(column) < cells.size() ? &cells[size_t(column)] : nullptr;
}

Sheet::Cell Cells::at(int row, int column) const
{
    const Stored *stored = find(row, column);
    return stored ? stored->view() : Sheet::Cell{};
}

Sheet::Rectangle Cells::extent() const
{
    if (m_extent)
        return *m_extent;
    size_t rows = 0;
    size_t columns = 0;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (!m_rows[row])
            continue;
        const Row &cells = *m_rows[row];
        const auto last = std::find_if(cells.rbegin(), cells.rend(), isFilled);
        if (last == cells.rend())
            continue;
        rows = row + 1;
        columns = std::max(columns, size_t(cells.rend() - last));
    }
    m_extent = Sheet::Rectangle{0, 0, int(rows), int(columns)};
    return *m_extent;
}

qint64 Cells::filledIn(const Sheet::Rectangle &area) const
{
    qint64 count = 0;
    each(area, [&count](int, int, const Stored &stored) { count += isFilled(stored) ? 1 : 0; });
    return count;
}

bool Cells::isBlank(const Sheet::Rectangle &area) const
{
    for (int row = area.row; row <= area.lastRow() && row < int(m_rows.size()); ++row) {
        if (!m_rows[size_t(row)])
            continue;
        const Row &cells = *m_rows[size_t(row)];
        const auto first = cells.begin() + std::min(area.column, int(cells.size()));
        const auto end = cells.begin() + std::min(area.lastColumn() + 1, int(cells.size()));
        if (std::any_of(first, end, isFilled))
            return false;
    }
    return true;
}

void Cells::set(int row, int column, Sheet::Cell cell, bool isDate)
{
    if (cell.kind == Sheet::CellKind::Empty && !find(row, column))
        return;
    Stored &stored = slot(row, column);
    m_filled += (cell.kind != Sheet::CellKind::Empty ? 1 : 0) - (isFilled(stored) ? 1 : 0);
    stored.kind = cell.kind;
    stored.isDate = isDate;
    stored.isRich = false;
    stored.text.assign(cell.text);
    m_extent.reset();
}

void Cells::setRich(int row, int column)
{
    slot(row, column).isRich = true;
}

void Cells::setFormat(int row, int column, int format)
{
    slot(row, column).format = format;
}

void Cells::reserve(int row, int columns)
{
    own(size_t(row)).reserve(size_t(columns));
}

void Cells::insertRows(int at, int count)
{
    if (size_t(at) < m_rows.size()) {
        m_rows.insert(m_rows.begin() + at, size_t(count), nullptr);
        m_rows.resize(std::min(m_rows.size(), size_t(Sheet::maxRows)));
    }
    recount();
}

void Cells::deleteRows(int first, int last)
{
    const auto end = std::min(m_rows.size(), size_t(last) + 1);
    if (size_t(first) < end)
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + qsizetype(end));
    recount();
}

void Cells::insertColumns(int at, int count)
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (!m_rows[row] || size_t(at) >= m_rows[row]->size())
            continue;
        Row &cells = own(row);
        cells.insert(cells.begin() + at, size_t(count), Stored());
        cells.resize(std::min(cells.size(), size_t(Sheet::maxColumns)));
    }
    recount();
}

void Cells::deleteColumns(int first, int last)
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const auto end = m_rows[row] ? std::min(m_rows[row]->size(), size_t(last) + 1) : 0;
        if (size_t(first) >= end)
            continue;
        Row &cells = own(row);
        cells.erase(cells.begin() + first, cells.begin() + qsizetype(end));
    }
    recount();
}

Cells::Row &Cells::own(size_t row)
{
    if (row >= m_rows.size())
        m_rows.resize(row + 1);
    std::shared_ptr<Row> &cells = m_rows[row];
    if (!cells) {
        cells = std::make_shared<Row>();
    } else if (cells.use_count() > 1) {
        m_divided += qint64(cells->size());
        cells = std::make_shared<Row>(*cells);
    }
    return *cells;
}

Cells::Stored &Cells::slot(int row, int column)
{
    Row &cells = own(size_t(row));
    if (size_t(column) >= cells.size())
        cells.resize(size_t(column) + 1);
    return cells[size_t(column)];
}

void Cells::recount()
{
    m_filled = filledIn({0, 0, Sheet::maxRows, Sheet::maxColumns});
    m_extent.reset();
}

} // namespace Sandbox
