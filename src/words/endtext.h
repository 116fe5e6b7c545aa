#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

#include <QDateTime>

namespace Words {

// How a run ended, briefly: "Verified", "Refused: the sheet is locked", "Declined, unchanged".
[[nodiscard]] Line endName(const QString &state, const std::optional<Core::Error> &error);

// What to do after a run that ended with this error: its own advice, or `instead`. Once something was sent, the state's
// advice is added to it, and takes the place of one that is only to try again.
[[nodiscard]] QString nextText(Writeback::State state, const Core::Error &error, const QString &instead = {});

// For a killed run. Changes are recorded before they are sent, so nothing was written if there is none.
[[nodiscard]] Line interruptedName(bool hasSent);
[[nodiscard]] QString interruptedText(bool hasSent);

// For a check, which compares without writing. `pendingChanges`: changes of earlier runs that may still arrive, if
// known.
// `isDataSet`: the check compared all cells of the region with those of the DataSet.
[[nodiscard]] Line checkName(const QString &state, bool isDataSet); // "Matches the DataSet", "Would change"
[[nodiscard]] Line checkText(const Writeback::RunReport &report, const std::optional<qint64> &pendingChanges);

// Whether the region of a check is what the last verified run left there; none: not known.
[[nodiscard]] Line regionSinceLine(const std::optional<Writeback::RegionSince> &since, const QDateTime &now);

} // namespace Words
