#pragma once

#include <QStringList>

namespace Sandbox {

// The operationIds of both contracts, Domo's first.
[[nodiscard]] QStringList operationNames();

} // namespace Sandbox
