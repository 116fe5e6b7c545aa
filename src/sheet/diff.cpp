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

std::vector<Span> common(const std::vector<Span> &one, const std::vector<Span> &other)
{
    const auto isBefore = [](const Span &a, const Span &b) {
        return a.row != b.row ? a.row < b.row : a.last < b.first;
    };
    std::vector<Span> both;
    auto a = one.begin();
    auto b = other.begin();
    while (a != one.end() && b != other.end()) {
        if (isBefore(*a, *b)) {
            ++a;
        } else if (isBefore(*b, *a)) {
            ++b;
        } else {
            both.push_back({a->row, std::max(a->first, b->first), std::min(a->last, b->last)});
            a->last < b->last ? ++a : ++b;
        }
    }
    return both;
}

qint64 cellsOf(const std::vector<Span> &spans)
{
    qint64 cells = 0;
    for (const Span &span : spans)
        cells += span.last - span.first + 1;
    return cells;
}

} // namespace Sheet
