#pragma once

#include "core/result.h"
#include "sheet/grid.h"
#include "sheet/keys.h"

#include <QString>

#include <optional>
#include <span>

namespace Sheet {

// How the source is turned into the desired grid of the region.
struct UpdateMethod
{
    enum class Kind {
        Replace, // the region gets the source and nothing else
        Append, // the source's rows are added below the last row
        Upsert, // rows with a known key are updated, the others added below the last row
        Partition, // rows are replaced whose partition is in the source
    };

    Kind kind = Kind::Replace;
    Key keys{}; // of Upsert; of Append, where the first says which row is the last: none is the first column
    Key partition{}; // of Partition

    friend bool operator==(const UpdateMethod &, const UpdateMethod &) = default;
};

[[nodiscard]] QString name(const UpdateMethod &method); // of its kind, as files and options have it: "replace"
[[nodiscard]] std::optional<UpdateMethod> updateMethod(const QString &text); // without columns

// A filled cell of the sheet's header that is not the source's column name: the cause of an OtherColumns error. 0-based
// in the grid.
struct OtherColumn
{
    int column = 0;
    QString existing;
    QString source;

    friend bool operator==(const OtherColumn &, const OtherColumn &) = default;
};

// Rows at the end of the region that are those to append: the cause of an AlreadyAppended error. 0-based in the grid.
struct RepeatedRows
{
    int row = 0;
    int rows = 0;
    int missing = 0; // of those: blank ones, as a run that was interrupted may leave them

    friend bool operator==(const RepeatedRows &, const RepeatedRows &) = default;
};

// A cell that cannot move with its row: the cause of a FixedRow error. 0-based in the grid.
struct FixedCell
{
    int row = 0;
    int column = 0;

    friend bool operator==(const FixedCell &, const FixedCell &) = default;
};

// The desired grid of the region. All three are at the region's anchor; a cell only in `existing` is to be cleared:
// diff() sees that it is missing from the result. Rows that are blank in the source's columns are no rows.
//   Replace: the source.
//   The others leave cells alone (Keep), among them all in columns beyond the source's. The header is written where it
// is blank; OtherColumns if it differs, because the columns would be mixed up.
//   Append: AmbiguousKey if rows of the region or of the source that are not blank follow the last one: this batch or
// the next would overwrite them. AlreadyAppended if the region ends with these rows, even if some are missing.
//   Upsert: new rows are in the source's order. A cell that the source keeps (see NullRule) has the row's old value; in
// a new row it is blank, because no row below the last one has any. AmbiguousKey if the keys do not identify the rows
// of both grids.
//   Partition: the source's rows of a partition begin where its first row is, those of a new one at the end. Rows below
// move if the number changes, with their values but without their formats, and freed rows become blank. AmbiguousKey if
// a partition is empty in the source, or unknown in the sheet. FixedRow if a row that moves has a formula, whose
// references would be wrong as text in another row, or an unreadable cell; or if a value in a column beyond the
// source's would be beside another row or partition. Formulas there stay, because they refer to their own row as a
// rule.
[[nodiscard]] Core::Result<Grid> compose(const Grid &existing, Grid source, const UpdateMethod &method, int headerRows);

// The row of the region where Append and Upsert begin to add rows: below the last one that is filled in the first key
// column, or else in the first column. 0-based.
[[nodiscard]] int landingRow(const Grid &existing, const UpdateMethod &method, int headerRows);

// The source with the rows whose keys are in the sheet in the sheet's order, before all others, for Replace.
// AmbiguousKey if the keys do not identify the rows of both grids.
[[nodiscard]] Core::Result<Grid> inSheetOrder(const Grid &existing, const Grid &source, std::span<const int> keys,
                                              int headerRows);

} // namespace Sheet
