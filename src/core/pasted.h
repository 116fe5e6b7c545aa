#pragma once

#include "core/result.h"

namespace Core {

// What comes along when an ID, a secret or a name is copied from a page, a file or a message, and is not part of it:
// blanks of every width, line ends, and characters that nobody sees, at both ends. Pure.
[[nodiscard]] QString trimmed(const QString &text);

struct PastedText
{
    QString text;
    QString name = {}; // what an error calls it, such as "DOMO_CLIENT_ID"
};

// An ID, a secret or an address out of what was pasted: trimmed. InvalidInput with an UnseenCharacter as cause when
// there is one within; the subject is then its name, or the text itself when it has none.
[[nodiscard]] Result<QString> pasted(const PastedText &pasted);

} // namespace Core
