#pragma once

#include "domo/gridmaker.h"
#include "domo/query.h"

namespace Domo {

struct QueriedGrid
{
    Sheet::Grid grid;
    qint64 rows = 0; // of data, without the column names
    qint64 notNumbers = 0; // see GridMaker
    QList<qint64> zerosDropped{};
    qint64 notDates = 0;
    // Cells of decimal columns with at least Sheet::exactDigits digits: a JSON number of that length may have been
    // rounded before it was sent.
    qint64 longNumbers = 0;
    QString firstLong{}; // the column of the first of these, by its name in the reply
};

// The grid of a reply. `shaped` is of its columns, with a type for each. Errors are those of GridMaker and of
// QueryReply::forEachRow(). Pure.
[[nodiscard]] Core::Result<QueriedGrid> gridOf(const QueryReply &reply, const ShapedColumns &shaped, bool columnNames,
                                               const GridLimits &limits = {});

} // namespace Domo
