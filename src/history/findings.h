#pragma once

#include "writeback/runreport.h"

#include <QJsonArray>

namespace History {

// Findings as stored in the history: JSON, by their stable names. Kinds that only a later version knows are left out.
[[nodiscard]] QString toText(const Writeback::Finding &finding);
[[nodiscard]] QJsonArray toJson(const QList<Writeback::Finding> &findings);
[[nodiscard]] QString toText(const QList<Writeback::Finding> &findings);
[[nodiscard]] std::optional<Writeback::Finding> findingIn(const QString &text);
[[nodiscard]] QList<Writeback::Finding> findingsIn(const QString &text);

} // namespace History
