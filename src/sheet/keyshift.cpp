#include "sheet/keyshift.h"

#include <algorithm>
#include <utility>

namespace Sheet {

KeyShift::KeyShift(const Grid &existing, const Grid &desired, Key key, int headerRows, std::span<const RowPair> rows,
                   const Address &anchor)
    : m_existing(&existing)
    , m_desired(&desired)
    , m_key(std::move(key))
    , m_headerRows(headerRows)
    , m_anchor(anchor)
    , m_changed(size_t(existing.rows()))
{
    const int columns = std::max(existing.columns(), desired.columns());
    for (const RowPair &pair : rows) {
        for (const int row : {pair.existing, pair.desired}) {
            if (row >= 0)
                m_data = m_data.united({anchor.row + row, anchor.column, 1, columns});
        }
        if (pair.existing >= 0 && pair.desired != pair.existing)
            m_changed[size_t(pair.existing)] = 1;
    }
    for (size_t row = 1; row < m_changed.size(); ++row)
        m_changed[row] += m_changed[row - 1];
}

int KeyShift::changedBefore(int row) const
{
    const int rows = std::clamp(row, 0, int(m_changed.size()));
    return rows == 0 ? 0 : m_changed[size_t(rows) - 1];
}

qint64 KeyShift::rowsUnder(const Rectangle &range) const
{
    const Rectangle under = range.intersected(m_data);
    if (under.isEmpty() || under.rows == m_data.rows)
        return 0;
    return changedBefore(under.lastRow() - m_anchor.row + 1) - changedBefore(under.row - m_anchor.row);
}

std::optional<KeyShift::Change> KeyShift::firstUnder(const Rectangle &range) const
{
    if (rowsUnder(range) == 0)
        return {};
    const int above = changedBefore(range.row - m_anchor.row);
    const auto row = int(std::ranges::upper_bound(m_changed, above) - m_changed.begin());
    const KeyedRows existing{.grid = *m_existing, .key = m_key, .headerRows = m_headerRows, .columns = m_data.columns};
    const KeyedRows desired{
        .grid = *m_desired, .key = m_key, .headerRows = m_headerRows, .columns = m_data.columns, .below = m_existing};
    const bool isBlank = keyState(desired, row) != KeyState::Known;
    return Change{m_anchor.row + row, keyText(existing, row), isBlank ? QString() : keyText(desired, row)};
}

} // namespace Sheet
