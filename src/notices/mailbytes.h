#pragma once

#include "notices/channels.h"
#include "notices/message.h"

namespace Notices {

// A message as mail: RFC 5322, with a text/plain body in UTF-8 as quoted-printable, in lines of at most 76 bytes that
// end with CR LF. No text can add a header. Pure.
[[nodiscard]] QByteArray mailBytes(const Message &message, const Mail &mail);

} // namespace Notices
