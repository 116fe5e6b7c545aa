#pragma once

#include "core/result.h"

#include <QUrl>

namespace Cli {

// The base URL of a service, as typed; empty if the text is. BadAddress if it is none: the scheme is required, because
// scripts can spell it out.
[[nodiscard]] Core::Result<QUrl> addressIn(const QString &text);

} // namespace Cli
