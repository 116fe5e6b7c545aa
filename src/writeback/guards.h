#pragma once

#include "writeback/runcontext.h"

namespace Writeback {

// The checks that can stop a run before it writes, as pure functions of the context. What refuses and what only warns
// is decided here alone.

// With the metadata at hand: locks, sizes beyond any sheet, row policies.
[[nodiscard]] QList<Finding> guardsBeforeFetching(const RunContext &context);

// With desired grid, fit and diff at hand: overflow, limits of cells, linked dataset, formulas.
[[nodiscard]] QList<Finding> guardsBeforeWriting(const RunContext &context);

// The error of the first finding that refuses; none when none does.
[[nodiscard]] std::optional<Core::Error> refusal(const QList<Finding> &findings);

} // namespace Writeback
