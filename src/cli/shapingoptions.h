#pragma once

#include "core/result.h"
#include "sheet/shaping.h"

#include <QStringList>

namespace Cli {

// The options about the columns, as typed: each is a list, see namesIn(). Columns have their names in the DataSet.
struct ShapingOptions
{
    QStringList columns{}; // "Entity, Account=Acct": those to be written, in this order, with their new names
    QStringList leftOut{}; // "Comment"
    QStringList types{}; // "Account=text"
    QStringList nulls{}; // "keep", or for one column "Comment=text:n/a"
    QStringList rounding{}; // "Debit=2"
};

// InvalidInput: with Core::NotAList as cause, Core::NotOneOf for an unknown type, rule or number of digits, or
// Sheet::ShapingFault if columns are named twice or a rule is for a column that is not written. Whether the DataSet has
// the columns is not known here.
[[nodiscard]] Core::Result<Sheet::Shaping> shapingOf(const ShapingOptions &options);

} // namespace Cli
