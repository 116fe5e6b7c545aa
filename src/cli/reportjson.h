#pragma once

#include "review/totals.h"
#include "writeback/runreport.h"

#include <QJsonObject>

namespace Cli {

// The JSON document of --json; `totals` of its comparison, if there is one, and up to `maxChanges` changes of cells
// that were edited. Names are part of the interface: they may be added, but never changed.
[[nodiscard]] QJsonObject reportJson(const Writeback::RunReport &report,
                                     const std::vector<Review::ColumnTotals> &totals = {}, int maxChanges = 0);

// The document as text that cannot control a terminal: control characters are escaped even where JSON does not require
// it.
[[nodiscard]] QString jsonText(const QJsonObject &object);

} // namespace Cli
