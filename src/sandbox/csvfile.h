#pragma once

#include "sheet/grid.h"

#include <QByteArray>

namespace Sandbox {

// CSV (RFC 4180) of the DataSets: local files, read by libcsv, and the fields of the export. In a file, an unquoted
// empty field and an unquoted \N are null (Empty); quoted ones are text. A row ends with LF, CR LF or CR; a quote
// inside an unquoted field is an ordinary character; spaces are kept. Rows × columns, with the header as row 0.
[[nodiscard]] Sheet::Grid readCsv(const QByteArray &bytes);

// Appends one field as the export writes it.
void appendCsvField(QByteArray &out, Sheet::Cell cell, bool nullIsBackslashN);

} // namespace Sandbox
