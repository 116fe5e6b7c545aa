#pragma once

#include "review/totals.h"
#include "writeback/runreport.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Cli {

// The JSON document of --json; `next`: what to do next, see advice.h; `totals` of its comparison, if there is one, and
// up to `maxChanges` changes of cells that were edited. Names are part of the interface: they may be added, but never
// changed.
[[nodiscard]] QJsonObject reportJson(const Writeback::RunReport &report, const QString &next = {},
                                     const std::vector<Review::ColumnTotals> &totals = {}, int maxChanges = 0);

// An error that no run ended with, as in a report; its document has it as "error".
[[nodiscard]] QJsonObject refusalJson(const Core::Error &error, const QString &next);

// The document as text that cannot control a terminal: control characters are escaped even where JSON does not require
// it.
[[nodiscard]] QString jsonText(const QJsonDocument &document);
[[nodiscard]] QString jsonText(const QJsonObject &object);

} // namespace Cli
