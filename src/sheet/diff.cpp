#include "sheet/diff.h"

#include <algorithm>

namespace Sheet {

Change change(const Cell &existing, const Cell &desired)
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
        const Grid::Row had = existing.row(row);
        const Grid::Row wanted = desired.row(row);
        int spanStart = -1;
        for (int column = 0; column <= columns; ++column) {
            bool write = false;
            if (column < columns) {
                const bool desiredHas = row < desired.rows() && column < desired.columns();
                switch (change(had, wanted, column)) {
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
