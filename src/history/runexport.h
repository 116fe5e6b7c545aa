#pragma once

#include "history/pastentry.h"

#include <QByteArray>

class QTimeZone;

namespace History {

// The past as a file for others, in the order given, with all that is known of each run. What was noted of schedules
// is of the kind "schedule", with what was noted as its state; it has a `due` only if that was a time of the schedule.
// Pure.

// For spreadsheets: RFC 4180 in UTF-8 with a byte order mark, a row of stable names first, an entry a row. Times are
// ISO 8601 with the zone's offset. A text that a spreadsheet would take for a formula begins with an apostrophe. What
// is not known is empty.
[[nodiscard]] QByteArray pastAsCsv(const QList<PastEntry> &past, const QTimeZone &zone);

// An array of objects, in UTF-8, named as in the command line's report where they mean the same; times are UTC. What is
// not known is left out.
[[nodiscard]] QByteArray pastAsJson(const QList<PastEntry> &past);
[[nodiscard]] QByteArray runsAsJson(const QList<RunRecord> &runs);

} // namespace History
