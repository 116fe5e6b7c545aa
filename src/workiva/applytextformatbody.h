#pragma once

#include "sheet/rectangle.h"

#include <QByteArray>

#include <vector>

namespace Workiva {

// The body of an update that gives blocks of a sheet the value format TEXT, under which the service is asked to read
// nothing into what is written there. Pure.
[[nodiscard]] QByteArray applyTextFormatBody(const std::vector<Sheet::Rectangle> &blocks);

} // namespace Workiva
