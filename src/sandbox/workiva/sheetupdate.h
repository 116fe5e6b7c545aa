#pragma once

#include "sandbox/quirks.h"
#include "sandbox/sheet/refusal.h"
#include "sandbox/workiva/plannedupdate.h"

#include <QJsonObject>

namespace Sandbox {

struct StoredSpreadsheet;
struct Worksheet;

[[nodiscard]] Accepted<PlannedUpdate> planUpdate(const QJsonObject &body, const StoredSpreadsheet &spreadsheet,
                                                 const Worksheet &sheet, const Quirks &quirks);

} // namespace Sandbox
