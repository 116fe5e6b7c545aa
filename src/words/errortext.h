#pragma once

#include "core/result.h"
#include "words/line.h"

namespace Words {

// An error as text: what happened, what to do next, what to quote to support. For what it means for the sheet see
// stateText() (words/statetext.h).
struct ErrorText
{
    QString message;
    QString next;
    QString quote{}; // empty if there is nothing to quote
};

[[nodiscard]] ErrorText errorText(const Core::Error &error);
[[nodiscard]] Line errorLine(const Core::Error &error); // what happened and what to do next

} // namespace Words
