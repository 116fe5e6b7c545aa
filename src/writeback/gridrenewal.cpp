#include "writeback/gridrenewal.h"

#include "sheet/textlint.h"

#include <algorithm>

namespace Writeback {

namespace {

using Sheet::Cell;
using Sheet::CellKind;
using Sheet::Span;

constexpr size_t maxSpans = 1'000;

using Place = std::pair<int, int>; // row and column

Place placeOf(const Span &span)
{
    return {span.row, span.first};
}

// False when the cell does not continue the last span.
bool extends(std::vector<Span> &spans, int row, int column)
{
    if (spans.empty() || spans.back().row != row || spans.back().last + 1 != column)
        return false;
    ++spans.back().last;
    return true;
}

bool mayBeFormula(const Cell &cell)
{
    return cell.kind == CellKind::Text && Sheet::looksLikeFormula(cell.text);
}

} // namespace

void Alterations::add(int row, int column)
{
    ++cells;
    if (!extends(spans, row, column) && spans.size() < maxSpans)
        spans.push_back({row, column, column});
}

GridRenewal::GridRenewal(Sheet::Grid &grid, const Sheet::Address &anchor, const Sheet::Rectangle &part,
                         Alterations &alterations)
    : m_grid(grid), m_anchor(anchor), m_part(part), m_alterations(alterations)
{
}

void GridRenewal::begin()
{
    m_coveredTo.clear();
    m_doubtful = {};
}

void GridRenewal::takeRaw(int row, int column, std::span<const Cell> cells)
{
    const int end = std::min(column + int(cells.size()), m_part.lastColumn() + 1);
    if (row < m_part.row || row > m_part.lastRow() || end <= m_part.column)
        return;
    const auto index = size_t(row - m_part.row);
    if (index >= m_coveredTo.size())
        m_coveredTo.resize(index + 1, m_part.column - m_anchor.column);
    int &covered = m_coveredTo[index];
    const int gridRow = row - m_anchor.row;
    const int first = std::max(column, m_part.column);
    clear(gridRow, covered, first - m_anchor.column - 1);
    const auto isFilled = [](const Cell &cell) { return !cell.isBlank(); };
    // Appends to the row's end at once: cell by cell, every append would move the cells after it.
    const auto filled = cells.first(size_t(end - column));
    if (const auto last = std::ranges::find_if(filled.rbegin(), filled.rend(), isFilled); last != filled.rend())
        m_grid.widen(column - m_anchor.column + int(filled.rend() - last));
    for (int at = first; at < end; ++at)
        put(gridRow, at - m_anchor.column, cells[size_t(at - column)]);
    covered = std::max(covered, end - m_anchor.column);
}

void GridRenewal::endBefore(int row)
{
    const int firstRow = m_part.row - m_anchor.row;
    const int endRow = std::min({row, m_part.lastRow() + 1, m_anchor.row + m_grid.rows()}) - m_anchor.row;
    for (int at = firstRow; at < endRow; ++at) {
        const auto index = size_t(at - firstRow);
        const int covered = index < m_coveredTo.size() ? m_coveredTo[index] : m_part.column - m_anchor.column;
        clear(at, covered, m_part.lastColumn() - m_anchor.column);
    }
}

void GridRenewal::clear(int row, int first, int last)
{
    last = std::min(last, m_grid.columns() - 1);
    for (int column = first; column <= last; ++column)
        put(row, column, {});
}

void GridRenewal::put(int row, int column, const Cell &cell)
{
    const Cell before = m_grid.at(row, column);
    const bool isDoubtful = mayBeFormula(cell);
    if (isDoubtful) {
        m_doubtful = m_doubtful.united({row + m_anchor.row, column + m_anchor.column, 1, 1});
        if (before.kind == CellKind::Formula && before.text == cell.text)
            return; // until its calculated value is known
    }
    if (cell.kind == CellKind::Unreadable) {
        m_alterations.hasUnreadable = true;
        if (before.kind == cell.kind && before.text == cell.text)
            return;
    }
    if (Sheet::sameValue(before, cell))
        return;
    if (isDoubtful)
        noteCounted(row, column);
    alter(row, column, cell);
}

void GridRenewal::noteCounted(int row, int column)
{
    if (!extends(m_counted, row, column))
        m_counted.insert(std::ranges::upper_bound(m_counted, Place{row, column}, {}, placeOf), {row, column, column});
}

void GridRenewal::alter(int row, int column, const Cell &cell)
{
    m_alterations.add(row, column);
    m_grid.set(row, column, cell);
}

void GridRenewal::takeCalculated(int row, int column, std::span<const Cell> cells)
{
    if (row < m_part.row || row > m_part.lastRow())
        return;
    const int gridRow = row - m_anchor.row;
    for (int i = 0; i < int(cells.size()); ++i) {
        const int gridColumn = column - m_anchor.column + i;
        const Cell raw = m_grid.at(gridRow, gridColumn);
        if (raw.kind != CellKind::Formula && !mayBeFormula(raw))
            continue;
        const bool isText = Sheet::sameValue(Cell::ofText(raw.text), cells[size_t(i)]);
        const CellKind kind = isText ? CellKind::Text : CellKind::Formula;
        if (kind == raw.kind)
            continue;
        if (wasCounted(gridRow, gridColumn))
            m_grid.set(gridRow, gridColumn, {kind, raw.text});
        else
            alter(gridRow, gridColumn, {kind, raw.text});
    }
}

bool GridRenewal::wasCounted(int row, int column) const
{
    const auto next = std::ranges::upper_bound(m_counted, Place{row, column}, {}, placeOf);
    return next != m_counted.begin() && std::prev(next)->row == row && std::prev(next)->last >= column;
}

} // namespace Writeback
