#pragma once

#include "writeback/runreport.h"

#include <QJsonObject>

namespace Cli {

// The one JSON document of --json. Names are part of the interface: they are added to, never changed.
[[nodiscard]] QJsonObject reportJson(const Writeback::RunReport &report);

// A document as text in which nothing steers a terminal: what JSON itself need not escape is escaped as well.
[[nodiscard]] QString jsonText(const QJsonObject &object);

} // namespace Cli
