#pragma once

#include "writeback/datafacts.h"

namespace History {

// The columns of a run's data as stored in the history: JSON, by their stable names.
[[nodiscard]] QString toText(const QList<Writeback::ColumnFacts> &columns);
[[nodiscard]] QList<Writeback::ColumnFacts> columnsIn(const QString &text); // empty: not recorded

} // namespace History
