#pragma once

#include <QtGlobal>

#include <optional>

class QString;

namespace Review {

// Reads an .xlsx file through: the number of rows in all its sheets. None if it cannot be read, a checksum is wrong, or
// a part does not end with the end of its root element.
[[nodiscard]] std::optional<qint64> rowsInXlsx(const QString &path);

} // namespace Review
