#pragma once

#include "core/result.h"

namespace Domo {

// Corrects the kind of an operation's error where Domo's status code does not say what it means. Pure.
[[nodiscard]] Core::Error explained(Core::Error error);

} // namespace Domo
