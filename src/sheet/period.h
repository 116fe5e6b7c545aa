#pragma once

#include "core/result.h"

namespace Sheet {

// The period that data is of: the beginning of its dates, a year, a month or a day ("2026-06"). InvalidInput with
// Core::NotAPeriod as cause.
[[nodiscard]] Core::Result<QString> periodIn(const QString &text);

} // namespace Sheet
