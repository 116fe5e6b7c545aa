#pragma once

#include <QString>

namespace Sandbox {

// IDs derived from a name, and so the same in every run (RFC 9562, version 5).
[[nodiscard]] QString guidFor(const QString &name); // like Domo's: 8-4-4-4-12
[[nodiscard]] QString hexIdFor(const QString &name); // like Workiva's: 32 hexadecimal digits
[[nodiscard]] QString newHexId(); // random, for objects created at run time

} // namespace Sandbox
