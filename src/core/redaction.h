#pragma once

#include <QString>

namespace Core {

// Takes out of a text what must not reach a log, a file or a message, by its form: bearer and basic credentials, values
// of access_token, client_secret and the like in JSON, forms and URLs. Redactor knows values besides. Pure; any thread.
[[nodiscard]] QString redacted(const QString &text);

// A stranger's text as one line that does nothing to a terminal, a log or a label: line ends and tabs become a blank;
// terminal escape sequences, control characters, marks that turn the direction of writing, and others that cannot be
// seen, are left out. Pure; any thread.
[[nodiscard]] QString plainLine(const QString &text);

} // namespace Core
