#pragma once

#include <QString>

namespace Core {

// Takes out of a text what must not reach a log, a file or a message: bearer and basic credentials, values of
// access_token, client_secret and the like in JSON, forms and URLs. For every text that a service sent and that a
// person or support will read. Pure; any thread.
[[nodiscard]] QString redacted(const QString &text);

} // namespace Core
