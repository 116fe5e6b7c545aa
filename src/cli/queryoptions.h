#pragma once

#include "core/result.h"
#include "sheet/rowquery.h"

#include <QStringList>

namespace Cli {

// The options about the rows, as typed.
struct QueryOptions
{
    QString sql{}; // empty: all rows
    QStringList parameters{}; // "entity=E100"; a value may contain equals signs, and may be empty
};

// The query, with the period as its parameter, see Sheet::withPeriod(). InvalidInput if it cannot be filled, see
// Sheet::filled(), or a parameter has no value or is given twice.
[[nodiscard]] Core::Result<Sheet::RowQuery> rowQueryOf(const QueryOptions &options, const QString &period);

} // namespace Cli
