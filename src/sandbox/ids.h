#pragma once

#include <QString>

namespace Sandbox {

// IDs that are the same from run to run, because they are made of a name (RFC 9562, version 5).
[[nodiscard]] QString guidFor(const QString &name); // as Domo's: 8-4-4-4-12
[[nodiscard]] QString hexIdFor(const QString &name); // as Workiva's: 32 hexadecimal digits
[[nodiscard]] QString newHexId(); // of what is made while the program runs

} // namespace Sandbox
