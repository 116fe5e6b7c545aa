#pragma once

#include "core/result.h"

namespace Words {

// What the user needs to know about the run history, in one or two sentences; paths come from the errors.
[[nodiscard]] QString keptInMemoryText(const Core::Error &error); // its folder is not writable
[[nodiscard]] QString historyUnusableText(const Core::Error &error); // and therefore runs are refused
[[nodiscard]] QString historySetAsideText(const QString &path); // a damaged one was renamed to `path`
[[nodiscard]] QString notRecordedText(const Core::Error &error); // of the end of a run

} // namespace Words
