#pragma once

#include "history/runrecord.h"

#include <QByteArray>

class QTimeZone;

namespace History {

// Recorded runs as a file for others, in the records' order, with all that is known of each. Pure.

// For spreadsheets: RFC 4180 in UTF-8 with a byte order mark, a row of stable names first, a run a row. Times are ISO
// 8601 with the zone's offset. A text that a spreadsheet would take for a formula begins with an apostrophe. What is
// not known is empty.
[[nodiscard]] QByteArray runsAsCsv(const QList<RunRecord> &runs, const QTimeZone &zone);

// An array of objects, in UTF-8, named as in the command line's report where they mean the same; times are UTC. What is
// not known is left out.
[[nodiscard]] QByteArray runsAsJson(const QList<RunRecord> &runs);

} // namespace History
