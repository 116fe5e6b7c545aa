#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

// How a run ended, in a few words: "Verified", "Refused: the sheet is locked", "Declined by you".
[[nodiscard]] Line endName(const QString &state, const std::optional<Core::Error> &error);

// Of a run that was killed. Each change of a sheet is written down before it is sent: without one nothing was written.
[[nodiscard]] Line interruptedName(bool hasSent);
[[nodiscard]] QString interruptedText(bool hasSent);

// Of a check, which compares and writes nothing. `underWay`: changes of earlier runs that may still arrive.
[[nodiscard]] Line checkName(const QString &state); // "Matches the data", "Differs from the data"
[[nodiscard]] Line checkText(const Writeback::RunReport &report, qint64 underWay);

} // namespace Words
