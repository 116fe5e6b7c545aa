#pragma once

#include "sheet/grid.h"
#include "sheet/keydiff.h"
#include "sheet/keys.h"
#include "sheet/rectangle.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Sheet {

// Which rows of the sheet get another key, or lose theirs, when `existing` is made equal to `desired`: what points at
// such a row by its position, a formula or a link, means another account afterwards. Rows that had no key are not among
// them: nothing meant an account there. 4 bytes a row. Valid as long as both grids.
class KeyShift
{
public:
    // `rows`: of keyDiff() for the same grids, key and header rows. `anchor`: the sheet address of the grids' (0, 0).
    KeyShift(const Grid &existing, const Grid &desired, Key key, int headerRows, std::span<const RowPair> rows,
             const Address &anchor);

    // A row whose key changes.
    struct Change
    {
        int row = 0; // 0-based in the sheet
        QString before; // the values of the key, separated by commas
        QString after; // empty: the row is blank afterwards

        friend bool operator==(const Change &, const Change &) = default;
    };

    [[nodiscard]] bool isEmpty() const { return m_changed.empty() || m_changed.back() == 0; }
    [[nodiscard]] const Rectangle &data() const { return m_data; } // in the sheet: all rows with a key, of both grids

    // How many rows under a range of the sheet change their key. 0 for a range beside the data, and for one that covers
    // all rows of both grids, because such a range does not depend on their order.
    [[nodiscard]] qint64 rowsUnder(const Rectangle &range) const;
    [[nodiscard]] std::optional<Change> firstUnder(const Rectangle &range) const; // of these rows

private:
    [[nodiscard]] int changedBefore(int row) const; // how many rows above this one of the grids

    const Grid *m_existing;
    const Grid *m_desired;
    Key m_key;
    int m_headerRows;
    Address m_anchor;
    Rectangle m_data;
    std::vector<int> m_changed; // for each row of the existing grid: how many rows change down to it, with it
};

} // namespace Sheet
