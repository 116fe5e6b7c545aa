#pragma once

#include "writeback/runreport.h"

#include <QJsonArray>

namespace History {

// The steps of a run as stored in the history: JSON, by their stable names. Those that only a later version knows are
// left out.
[[nodiscard]] QJsonArray toJson(const QList<Writeback::StepTime> &steps);
[[nodiscard]] QString toText(const QList<Writeback::StepTime> &steps);
[[nodiscard]] QList<Writeback::StepTime> stepsIn(const QString &text);

} // namespace History
