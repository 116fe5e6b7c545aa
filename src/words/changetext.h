#pragma once

#include "review/exporttext.h"
#include "review/totals.h"

class QDateTime;

namespace Words {

[[nodiscard]] QString changeText(const Review::Change &change); // "C4 (Heads): changed from 12 to 14 (difference 2)"
[[nodiscard]] QString totalText(const Review::ColumnTotals &totals); // "Heads: 12 before, 14 after, difference 2"

// Of the comparison in the report, which was completed then.
[[nodiscard]] Review::ExportText exportText(const Writeback::RunReport &report, const QDateTime &compared);

} // namespace Words
