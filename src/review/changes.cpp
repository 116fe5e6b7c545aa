#include "review/changes.h"

#include "review/extent.h"
#include "sheet/diff.h"
#include "sheet/totals.h"

namespace Review {

namespace {

// None: the write leaves the cell as it is.
std::optional<Change::Kind> kindOf(Sheet::Change change, bool isFormula)
{
    using Kind = Change::Kind;
    switch (change) {
    case Sheet::Change::Unchanged:
    case Sheet::Change::Kept: return {};
    case Sheet::Change::Changed: return isFormula ? Kind::FormulaOverwritten : Kind::Changed;
    case Sheet::Change::New: return Kind::New;
    case Sheet::Change::Cleared: return isFormula ? Kind::FormulaCleared : Kind::Cleared;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<std::string> Change::difference() const
{
    if (before.kind != Sheet::CellKind::Number || after.kind != Sheet::CellKind::Number)
        return {};
    return Sheet::difference(before.text, after.text);
}

Sheet::Cell Change::leftOr(std::string_view blank) const
{
    if (!left)
        return {};
    return left->isBlank() ? Sheet::Cell::ofText(blank) : *left;
}

bool visitChanges(const Writeback::Comparison &comparison, const std::function<bool(const Change &)> &visit)
{
    const Extent extent(comparison);
    QStringList names;
    for (int column = 0; column < extent.columns; ++column)
        names.append(columnName(comparison, column));
    for (int row = 0; row < extent.rows; ++row) {
        const Sheet::Grid::Row existing = comparison.existing.row(row);
        const Sheet::Grid::Row desired = comparison.desired.row(row);
        for (int column = 0; column < extent.columns; ++column) {
            const Sheet::Change change = Sheet::change(existing, desired, column);
            const auto kind = kindOf(change, existing[column].kind == Sheet::CellKind::Formula);
            if (!kind)
                continue;
            const Sheet::Address place{comparison.anchor.row + row, comparison.anchor.column + column};
            if (!visit({place, names[column], *kind, existing[column], desired[column],
                        comparison.left.at({row, column})}))
                return false;
        }
    }
    return true;
}

} // namespace Review
