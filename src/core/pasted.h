#pragma once

#include "core/result.h"

namespace Core {

// Removes what copying may add at both ends of an ID, secret or name: spaces of any width, line ends and invisible
// characters. Pure.
[[nodiscard]] QString trimmed(const QString &text);

// An ID, secret or address from pasted text: trimmed. InvalidInput with an UnseenCharacter as cause if one is inside;
// the subject is then `name`, such as "DOMO_CLIENT_ID", or the text itself if `name` is empty.
[[nodiscard]] Result<QString> pasted(const QString &text, const QString &name = {});

} // namespace Core
