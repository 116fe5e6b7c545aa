#pragma once

#include <QString>

namespace Core {

// Removes secrets that are recognizable by their form, for logs, files and messages: bearer and basic credentials,
// values of access_token, client_secret and the like in JSON, forms and URLs. Redactor also knows actual values. Pure;
// any thread.
[[nodiscard]] QString redacted(const QString &text);

// Foreign text as one line that is harmless in a terminal, log or label: line ends and tabs become spaces; terminal
// escape sequences, control characters, direction marks and other invisible characters are removed. Pure; any thread.
[[nodiscard]] QString plainLine(const QString &text);

} // namespace Core
