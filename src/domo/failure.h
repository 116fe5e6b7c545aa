#pragma once

#include "core/result.h"

namespace Domo {

// An error of an operation with the kind that Domo means where its status says something else. Pure.
[[nodiscard]] Core::Error explained(Core::Error error);

} // namespace Domo
