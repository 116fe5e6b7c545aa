#pragma once

#include "core/result.h"
#include "review/exportprogress.h"
#include "review/exporttext.h"

namespace Review {

// All changes as a CSV file, see Sheet::CsvText: a row of headings, and then one a change, in reading order: cell,
// column, kind, value before, value after, difference; and, if that is known of any cell, what the last verified run
// left in it before it was edited. Disk, with the path as subject, if it cannot be written, and Cancelled: then the
// path still has what it had.
[[nodiscard]] Core::Result<void> writeChangesCsv(const Writeback::Comparison &comparison, const ExportText &text,
                                                 const QString &path, ExportProgress *progress = nullptr);

} // namespace Review
