#include "sheet/keydiff.h"

#include <algorithm>

namespace Sheet {

namespace {

// The rows with their classes still to be found, except for those that are gone.
std::vector<RowPair> aligned(const KeyedRows &existing, const KeyedRows &desired, const KeyIndex &index)
{
    std::vector<int> partners(size_t(desired.grid.rows()), -1);
    std::vector<bool> isFound(size_t(existing.grid.rows()));
    for (int row = 0; row < desired.grid.rows(); ++row) {
        const int partner = index.firstRow(desired, row);
        partners[size_t(row)] = partner;
        if (partner >= 0)
            isFound[size_t(partner)] = true;
    }
    std::vector<RowPair> pairs;
    const auto addGoneAfter = [&](int row) {
        for (++row; row < existing.grid.rows() && !isFound[size_t(row)]; ++row) {
            if (keyState(existing, row) != KeyState::NoRow)
                pairs.push_back({row, -1, RowChange::Gone});
        }
    };
    addGoneAfter(-1);
    for (int row = 0; row < desired.grid.rows(); ++row) {
        if (keyState(desired, row) == KeyState::NoRow)
            continue;
        const int partner = partners[size_t(row)];
        pairs.push_back({partner, row, RowChange::Equal});
        if (partner >= 0)
            addGoneAfter(partner);
    }
    return pairs;
}

class Counting
{
public:
    Counting(const Grid &existing, const Grid &desired, KeyDiff &diff)
        : m_existing(existing)
        , m_desired(desired)
        , m_diff(diff)
        , m_columns(std::max(existing.columns(), desired.columns()))
    {
    }

    [[nodiscard]] qint64 cellsToWrite(int row) const
    {
        const Grid::Row existing = m_existing.row(row);
        const Grid::Row desired = m_desired.row(row);
        qint64 cells = 0;
        for (int column = 0; column < m_columns; ++column)
            cells += isWritten(change(existing, desired, column));
        return cells;
    }

    void add(RowPair &pair)
    {
        if (pair.desired < 0) {
            ++m_diff.gone;
        } else if (pair.existing < 0) {
            pair.change = RowChange::New;
            ++m_diff.added;
            m_diff.writtenCells += cellsToWrite(pair.desired);
        } else {
            addOfBoth(pair);
        }
    }

private:
    void addOfBoth(RowPair &pair)
    {
        const Grid::Row same = m_existing.row(pair.existing); // by key
        const Grid::Row there = m_existing.row(pair.desired); // by position
        const Grid::Row desired = m_desired.row(pair.desired);
        qint64 changed = 0;
        for (int column = 0; column < m_columns; ++column) {
            const bool differs = isWritten(change(same, desired, column));
            const bool isToWrite = isWritten(change(there, desired, column));
            changed += differs;
            m_diff.writtenCells += isToWrite;
            m_diff.movedCells += isToWrite && !differs;
        }
        m_diff.changedCells += changed;
        if (changed > 0) {
            pair.change = RowChange::Changed;
            ++m_diff.changed;
        } else if (pair.existing != pair.desired) {
            pair.change = RowChange::Moved;
            ++m_diff.moved;
        } else {
            ++m_diff.equal;
        }
    }

    const Grid &m_existing;
    const Grid &m_desired;
    KeyDiff &m_diff;
    int m_columns;
};

} // namespace

Core::Result<KeyDiff> keyDiff(const Grid &existing, const Grid &desired, std::span<const int> key, int headerRows)
{
    const int columns = std::max(existing.columns(), desired.columns());
    const KeyedRows had{.grid = existing, .key = key, .headerRows = headerRows, .columns = columns};
    const KeyedRows wanted{
        .grid = desired, .key = key, .headerRows = headerRows, .columns = columns, .below = &existing};
    if (const auto checked = keyIndex(wanted, Side::Source); !checked)
        return Core::propagate(checked);
    const auto index = keyIndex(had, Side::Sheet);
    if (!index)
        return Core::propagate(index);

    KeyDiff diff;
    diff.rows = aligned(had, wanted, *index);
    Counting counting(existing, desired, diff);
    std::vector<bool> isGone(size_t(existing.rows()));
    for (RowPair &pair : diff.rows) {
        counting.add(pair);
        if (pair.change == RowChange::Gone)
            isGone[size_t(pair.existing)] = true;
    }
    for (int row = 0; row < headerRows; ++row)
        diff.headerCells += counting.cellsToWrite(row);
    for (int row = headerRows; row < existing.rows(); ++row) { // those that no desired row takes the place of
        if (keyState(wanted, row) != KeyState::NoRow)
            continue;
        const qint64 cells = counting.cellsToWrite(row);
        diff.writtenCells += cells;
        diff.movedCells += isGone[size_t(row)] ? 0 : cells;
    }
    return diff;
}

std::vector<int> changedColumns(const Grid &existing, const Grid &desired, const RowPair &pair)
{
    const Grid::Row had = existing.row(pair.existing);
    const Grid::Row wanted = desired.row(pair.desired);
    std::vector<int> changed;
    for (int column = 0; column < std::max(existing.columns(), desired.columns()); ++column) {
        if (isWritten(change(had, wanted, column)))
            changed.push_back(column);
    }
    return changed;
}

} // namespace Sheet
