#pragma once

#include "writeback/runreport.h"

namespace Words {

// The first places of a finding of several cells: "B3:C4, D9 and more". Empty if it names none.
[[nodiscard]] QString placesText(const Writeback::Finding &finding);

// What depends on which row, one sentence for each of the first places: what refers to it, its key now and afterwards.
[[nodiscard]] QString pointersText(const Writeback::Finding &finding);

// Why a check was not made, or not over all of the sheet, as a sentence about `checks`, a list of names; empty for one
// that was not asked for.
[[nodiscard]] QString unreadText(Writeback::Finding::Unread unread, const QString &checks);

} // namespace Words
