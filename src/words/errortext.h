#pragma once

#include "core/result.h"
#include "words/line.h"

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
[[nodiscard]] Line errorLine(const Core::Error &error); // what happened and what to do next

} // namespace Words
