#pragma once

#include "writeback/runreport.h"

#include <QJsonObject>

namespace Cli {

// The one JSON document of --json. Names are part of the interface: they are added to, never changed.
[[nodiscard]] QJsonObject reportJson(const Writeback::RunReport &report);

} // namespace Cli
