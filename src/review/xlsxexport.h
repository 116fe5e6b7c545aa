#pragma once

#include "core/result.h"
#include "review/exportprogress.h"
#include "review/exporttext.h"
#include "review/totals.h"
#include "sheet/rectangle.h"

namespace Review {

// The review as an .xlsx file: a sheet with a summary (facts, totals, findings), and one with all changes, a row each:
// cell, column, kind, value before, value after, difference, and what the last verified run left there, as in the CSV
// file. What does not fit into `maxRows` rows, headings included,
// continues in further sheets. Values as XlsxBook stores them. Disk, with the path as subject, if it cannot be written,
// and Cancelled: then the path still has what it had.
[[nodiscard]] Core::Result<void> writeReviewXlsx(const Writeback::Comparison &comparison,
                                                 const std::vector<ColumnTotals> &totals, const ExportText &text,
                                                 const QString &path, int maxRows = Sheet::maxRows,
                                                 ExportProgress *progress = nullptr);

} // namespace Review
