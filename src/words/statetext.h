#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

[[nodiscard]] QString stateText(Writeback::State state); // one sentence about the sheet
[[nodiscard]] QString stateName(const QString &state); // of one of Writeback::name(), for a list: "Verified"
[[nodiscard]] Tone stateTone(const QString &state); // Ok only if the sheet is known to match the data

} // namespace Words
