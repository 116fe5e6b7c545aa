#pragma once

#include "sheet/diff.h"
#include "sheet/keys.h"

#include <span>
#include <vector>

namespace Sheet {

// What happens to a row that is identified by a key.
enum class RowChange : unsigned char {
    Equal, // stays in its row, and no cell differs
    Moved, // goes to another row, and no cell differs
    Changed, // a cell differs, in the same row or another
    New, // only in the desired grid
    Gone, // only in the existing grid
};

// A row of both grids, 0-based; -1 in the one that does not have it.
struct RowPair
{
    int existing = -1;
    int desired = -1;
    RowChange change = RowChange::Equal;

    friend bool operator==(const RowPair &, const RowPair &) = default;
};

// The difference of two grids with the same anchor whose rows are matched by a key, however far they move. Rows are
// counted once each; blank rows are not counted. Cells that are left alone (Keep) count as equal.
struct KeyDiff
{
    qint64 equal = 0;
    qint64 moved = 0;
    qint64 changed = 0;
    qint64 added = 0;
    qint64 gone = 0;
    qint64 headerCells = 0; // of the header rows, which are compared by position: cells to write
    qint64 changedCells = 0; // of changed rows: cells that differ from the row with the same key
    qint64 writtenCells = 0; // below the header rows: cells to write, as diff() counts them
    qint64 movedCells = 0; // of those: cells that are written only because rows move
    std::vector<RowPair> rows; // in the desired order; a row that is gone follows the row that it followed
};

// The key has to identify the rows of both grids; otherwise AmbiguousKey, with KeyFaults as cause, whose source is the
// desired grid. Takes 12 bytes a row, and as much again while it runs.
[[nodiscard]] Core::Result<KeyDiff> keyDiff(const Grid &existing, const Grid &desired, std::span<const int> key,
                                            int headerRows);

// The columns in which a row differs; for one that is new or gone, those in which it is filled.
[[nodiscard]] std::vector<int> changedColumns(const Grid &existing, const Grid &desired, const RowPair &pair);

} // namespace Sheet
