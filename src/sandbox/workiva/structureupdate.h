#pragma once

#include "sandbox/sheet/refusal.h"
#include "sandbox/workiva/plannedupdate.h"

#include <QJsonObject>

namespace Sandbox {

// The updates that move, merge, hide, size or border: everything but values and formats. Borders and sizes "to fit" are
// checked and shown nowhere. 400 for a name that is none.
[[nodiscard]] Accepted<PlannedUpdate> planStructureUpdate(const QString &name, const QJsonObject &part);

} // namespace Sandbox
