#pragma once

#include "sandbox/sheet/refusal.h"
#include "sandbox/workiva/plannedupdate.h"

#include <QJsonObject>

namespace Sandbox {

// The updates that move, merge, hide, resize or add borders: everything but values and formats. Borders and sizes "to
// fit" are validated but not stored. 400 for an unknown name.
[[nodiscard]] Accepted<PlannedUpdate> planStructureUpdate(const QString &name, const QJsonObject &part);

} // namespace Sandbox
