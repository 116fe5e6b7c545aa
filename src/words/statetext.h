#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

[[nodiscard]] QString sheetText(Writeback::State state); // one sentence about the sheet
[[nodiscard]] QString adviceText(Writeback::State state); // what to do if no error says more; may be empty
[[nodiscard]] QString stateText(Writeback::State state); // both
[[nodiscard]] QString stateName(const QString &state); // of one of Writeback::name(), for a list: "Verified"
[[nodiscard]] Tone stateTone(const QString &state); // Ok only if the sheet is known to match the data

} // namespace Words
