#include "sheet/diff.h"

#include <algorithm>

namespace Sheet {

namespace {

// Inline check for most cells of a rerun: with sameValue() alone, two million cells take three times as long.
bool isAlike(Cell existing, Cell desired)
{
    return existing.kind == desired.kind && existing.text == desired.text && desired.kind != CellKind::Keep
        && desired.kind != CellKind::Unreadable;
}

} // namespace

Change change(Cell existing, Cell desired)
{
    if (desired.kind == CellKind::Keep)
        return Change::Kept;
    if (sameValue(existing, desired))
        return Change::Unchanged;
    if (existing.isBlank())
        return Change::New;
    return desired.isBlank() ? Change::Cleared : Change::Changed;
}

Diff diff(const Grid &existing, const Grid &desired)
{
    Diff diff;
    const int rows = std::max(existing.rows(), desired.rows());
    const int columns = std::max(existing.columns(), desired.columns());
    for (int row = 0; row < rows; ++row) {
        int spanStart = -1;
        for (int column = 0; column <= columns; ++column) {
            bool write = false;
            if (column < columns) {
                const bool desiredHas = row < desired.rows() && column < desired.columns();
                const Cell had = existing.at(row, column);
                const Cell wanted = desired.at(row, column);
                switch (isAlike(had, wanted) ? Change::Unchanged : change(had, wanted)) {
                case Change::Unchanged: diff.unchanged += desiredHas; break;
                case Change::Kept: ++diff.kept; break;
                case Change::Changed:
                    ++diff.changed;
                    write = true;
                    break;
                case Change::New:
                    ++diff.added;
                    write = true;
                    break;
                case Change::Cleared:
                    ++diff.cleared;
                    write = true;
                    break;
                }
            }
            if (write && spanStart < 0) {
                spanStart = column;
            } else if (!write && spanStart >= 0) {
                diff.spans.push_back({row, spanStart, column - 1});
                spanStart = -1;
            }
        }
    }
    return diff;
}

} // namespace Sheet
