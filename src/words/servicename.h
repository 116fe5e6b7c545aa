#pragma once

#include "core/result.h"

namespace Words {

[[nodiscard]] QString serviceName(Core::Service service); // within a sentence: "Domo", "the service"
[[nodiscard]] QString capitalized(QString text); // to begin a sentence

} // namespace Words
