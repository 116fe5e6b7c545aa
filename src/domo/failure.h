#pragma once

#include "core/result.h"

namespace Domo {

// An error of an operation with what every operation of this API knows: that it is Domo's, what it concerns, unless the
// error says it more closely, and what Domo means where its status says something else. Pure.
[[nodiscard]] Core::Error explained(Core::Error error, const QString &subject);

} // namespace Domo
