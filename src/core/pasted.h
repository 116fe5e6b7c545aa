#pragma once

#include "core/result.h"

namespace Core {

// Removes what copying may add at both ends of an ID, secret or name: spaces of any width, line ends and invisible
// characters. Pure.
[[nodiscard]] QString trimmed(const QString &text);

struct PastedText
{
    QString text;
    QString name = {}; // for errors, such as "DOMO_CLIENT_ID"
};

// An ID, secret or address from pasted text: trimmed. InvalidInput with an UnseenCharacter as cause if one is inside;
// the subject is then the name, or the text itself if the name is empty.
[[nodiscard]] Result<QString> pasted(const PastedText &pasted);

} // namespace Core
