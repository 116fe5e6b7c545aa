#pragma once

#include "core/result.h"
#include "sheet/update.h"
#include "words/sentences.h"

namespace Words {

// The text for errors of an update method: AmbiguousKey, OtherColumns, AlreadyAppended, FixedRow. Rows and columns are
// counted from 1, at the top left of the region or of the data.
[[nodiscard]] Sentences methodWords(const Core::Error &error);

// The text for a choice of method and columns that is not possible; `subject` is the error's.
[[nodiscard]] Sentences updateWords(const Sheet::UpdateFault &fault, const QString &subject);

} // namespace Words
