#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

// How a run ended, briefly: "Verified", "Refused: the sheet is locked", "Declined by you".
[[nodiscard]] Line endName(const QString &state, const std::optional<Core::Error> &error);

// For a killed run. Changes are recorded before they are sent, so nothing was written if there is none.
[[nodiscard]] Line interruptedName(bool hasSent);
[[nodiscard]] QString interruptedText(bool hasSent);

// For a check, which compares without writing. `pendingChanges`: changes of earlier runs that may still arrive, if
// known.
[[nodiscard]] Line checkName(const QString &state); // "Matches the data", "Differs from the data"
[[nodiscard]] Line checkText(const Writeback::RunReport &report, const std::optional<qint64> &pendingChanges);

} // namespace Words
