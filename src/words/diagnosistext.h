#pragma once

#include "setup/diagnosis.h"
#include "words/errortext.h"

namespace Words {

// What was found of the links that a run needs; see Runs::Doctor.

[[nodiscard]] QString linkName(const Setup::Examined &one); // "Domo: sign-in"
[[nodiscard]] Line linkLine(const Setup::Examined &one); // how it is: "OK", "broken"
[[nodiscard]] QString linkDetail(const Setup::Examined &one); // what was found; may be empty
[[nodiscard]] ErrorText brokenText(const Setup::Examined &broken);

} // namespace Words
