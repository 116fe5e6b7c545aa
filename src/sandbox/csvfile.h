#pragma once

#include "sheet/grid.h"

#include <QByteArray>

namespace Sandbox {

// CSV (RFC 4180) of the DataSets: a small reader for local files of the sandbox's own, and the writer of the export. In
// a file an unquoted empty field and an unquoted \N are null (Empty); quoted ones are text. Rows × columns, the header
// as row 0.
[[nodiscard]] Sheet::Grid readCsv(const QByteArray &bytes);

// One field as the export writes it.
void appendCsvField(QByteArray &out, Sheet::Cell cell, bool nullIsBackslashN);

} // namespace Sandbox
