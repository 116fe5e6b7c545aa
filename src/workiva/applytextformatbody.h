#pragma once

#include "sheet/rectangle.h"

#include <QByteArray>

#include <vector>

namespace Workiva {

// The body of an update that gives blocks of a sheet the value format TEXT, so that the service does not convert what
// is written there. Pure.
[[nodiscard]] QByteArray applyTextFormatBody(const std::vector<Sheet::Rectangle> &blocks);

} // namespace Workiva
