#pragma once

#include "writeback/runcontext.h"

namespace Writeback {

// The checks that can stop a run before it writes, as pure functions of the context. Each leaves a record, also if it
// passed.

// With the metadata: sheet name, locks, sizes beyond the limits of a sheet, row policies, the age of the data, and, of
// an export, guardsOfColumns().
[[nodiscard]] QList<Finding> guardsBeforeFetching(const RunContext &context);

// With the columns of a DataSet or of a query's result: unknown types, too many, differences from those of the last
// verified run.
[[nodiscard]] QList<Finding> guardsOfColumns(const RunContext &context);

// With the desired grid, fit and diff: overflow, limits of cells, an empty source, clearing, linked dataset, formulas,
// values that a sheet may change, unreadable cells.
[[nodiscard]] QList<Finding> guardsBeforeWriting(const RunContext &context);

// Whether a run reads more of the sheet for this guard: a dry run unless it is off, one that writes only if a person
// has chosen its level or accepted it, because it costs requests.
[[nodiscard]] bool isAsked(Sheet::Guard guard, const RunRequest &request);
// The same for the sheet's table, about which there are several guards. That of a sheet in input mode is always read.
[[nodiscard]] bool isTableAsked(const RunContext &context);
[[nodiscard]] bool addsCells(const RunContext &context); // writes into blank ones
[[nodiscard]] bool needsKey(const RunRequest &request); // a key is to be looked for if none was chosen

// The error of the first record that refuses; none if none does.
[[nodiscard]] std::optional<Core::Error> refusal(const QList<Finding> &checks);

} // namespace Writeback
