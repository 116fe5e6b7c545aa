#pragma once

#include "writeback/runreport.h"

namespace Words {

// An error in words: what happened, what to do next, what to quote to support. What it means for the sheet is
// stateText() (words/statetext.h).
struct ErrorText
{
    QString message;
    QString next;
    QString quote{}; // empty when there is nothing to quote
};

[[nodiscard]] ErrorText errorText(const Core::Error &error);
[[nodiscard]] QString regionFaultText(const Sheet::RegionFault &fault);
[[nodiscard]] QString findingText(const Writeback::Finding &finding, const Writeback::ReviewSummary &review);
[[nodiscard]] QString
regionText(const Sheet::Fit &fit); // the regions that would hold the data: "B3:, B3:U or B3:U100003"

} // namespace Words
