#pragma once

#include "core/result.h"
#include "sheet/rowquery.h"
#include "words/sentences.h"

#include <optional>

namespace Words {

// The text for SQL or parameters that are not sent; `subject` is the error's.
[[nodiscard]] Sentences rowQueryWords(const Sheet::RowQueryFault &fault, const QString &subject);

// The text for SQL that Domo did not run; none if the error is another one.
[[nodiscard]] std::optional<Sentences> queryText(const Core::Error &error);

[[nodiscard]] QString narrowQueryText(); // what to do if a query exceeds Domo's limits

} // namespace Words
