#pragma once

#include "core/result.h"

namespace Words {

// What a user has to know of the history of runs, in one sentence or two; paths are those of the errors.
[[nodiscard]] QString keptInMemoryText(const Core::Error &error); // its folder cannot be written
[[nodiscard]] QString historyUnusableText(const Core::Error &error); // so that runs are refused
[[nodiscard]] QString historySetAsideText(const QString &path); // a damaged one, where it is now
[[nodiscard]] QString notRecordedText(const Core::Error &error); // the end of a run

} // namespace Words
