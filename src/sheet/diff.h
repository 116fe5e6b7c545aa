#pragma once

#include "sheet/grid.h"

#include <vector>

namespace Sheet {

// What happens to a cell when `existing` is made equal to `desired`.
enum class Change : unsigned char {
    Unchanged, // already equal, or both blank
    Changed, // gets another value
    New, // was blank
    Cleared, // becomes blank
    Kept, // left alone by the desired grid
};

// Adjacent cells of one row that have to be written. 0-based, `last` inclusive.
struct Span
{
    int row = 0;
    int first = 0;
    int last = 0;

    friend bool operator==(const Span &, const Span &) = default;
};

// The difference of two grids with the same anchor. A cell outside one of them counts as Empty there. Counts: changed,
// added and cleared cover both grids; unchanged and kept only the desired grid.
struct Diff
{
    qint64 changed = 0;
    qint64 added = 0;
    qint64 cleared = 0;
    qint64 unchanged = 0;
    qint64 kept = 0;
    std::vector<Span> spans; // in reading order

    [[nodiscard]] bool isEmpty() const { return spans.empty(); }
    [[nodiscard]] qint64 cellsToWrite() const { return changed + added + cleared; }
};

[[nodiscard]] constexpr bool isWritten(Change change)
{
    return change == Change::Changed || change == Change::New || change == Change::Cleared;
}

[[nodiscard]] Change change(const Cell &existing, const Cell &desired);

// The same for the cells of two rows in one column. Most cells of a rerun are unchanged: with sameValue() alone, two
// million of them take several times as long.
[[nodiscard]] inline Change change(const Grid::Row &existing, const Grid::Row &desired, int column)
{
    if (existing.isSurelySame(column, desired)) {
        const CellKind kind = desired[column].kind;
        if (kind != CellKind::Keep && kind != CellKind::Unreadable)
            return Change::Unchanged;
    }
    return change(existing[column], desired[column]);
}

[[nodiscard]] Diff diff(const Grid &existing, const Grid &desired);

// The cells that are in both, which are in reading order.
[[nodiscard]] std::vector<Span> common(const std::vector<Span> &one, const std::vector<Span> &other);
[[nodiscard]] qint64 cellsOf(const std::vector<Span> &spans);

} // namespace Sheet
