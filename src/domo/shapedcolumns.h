#pragma once

#include "domo/dataset.h"
#include "sheet/shaping.h"

namespace Domo {

// Where a column of the grid comes from, and how its cells are made. The DataSet may also be the result of a query.
struct ColumnOrigin
{
    int place = 0; // in the DataSet, 0-based
    QString name{}; // there
    Sheet::CellRules rules{};
};

// What a shaping makes of a DataSet's columns.
struct ShapedColumns
{
    QList<Column> columns{}; // of the grid, with their names and types there
    QList<ColumnOrigin> origins{}; // of each
    QStringList notChosen{}; // names in the DataSet of columns that the shaping does not mention, and are not written
};

// The columns of the grid. A type that a person chose replaces that of the schema, also an unknown one; one of the same
// kind stays (a whole number, a date-time). InvalidInput, with Sheet::ShapingFault as cause and the column as subject,
// if a column to be written is not in the schema, or not exactly once; so is one to be left out, unless the columns are
// chosen one by one. A schema that was not reported has no columns, shaped or not. Pure.
[[nodiscard]] Core::Result<ShapedColumns> shaped(const QList<Column> &schema, const Sheet::Shaping &shaping);

} // namespace Domo
