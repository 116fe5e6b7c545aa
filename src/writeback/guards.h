#pragma once

#include "writeback/runcontext.h"

namespace Writeback {

// The checks that can stop a run before it writes, as pure functions of the context. Only here is it decided what
// refuses a run and what is a warning.

// With the metadata: sheet name, locks, column types, sizes beyond the limits of a sheet, row policies.
[[nodiscard]] QList<Finding> guardsBeforeFetching(const RunContext &context);

// With the desired grid, fit and diff: overflow, limits of cells, clearing, linked dataset, formulas, values that a
// sheet may change, unreadable cells.
[[nodiscard]] QList<Finding> guardsBeforeWriting(const RunContext &context);

// The error of the first finding that refuses; none if no finding does.
[[nodiscard]] std::optional<Core::Error> refusal(const QList<Finding> &findings);

} // namespace Writeback
