#pragma once

#include <QStringList>

namespace Cli {

// Rows with aligned columns, for a terminal; foreign text becomes one printable line.
[[nodiscard]] QString tableText(const QList<QStringList> &rows);

} // namespace Cli
