#pragma once

#include "writeback/runreport.h"

namespace Words {

[[nodiscard]] QString stateText(Writeback::State state); // one sentence on what happened to the sheet
[[nodiscard]] QString stateSign(const QString &state); // "✓ " or "✗ ", to stand before the word
[[nodiscard]] QString stateName(const QString &state); // of one of Writeback::name(), for a list: "Verified"

} // namespace Words
