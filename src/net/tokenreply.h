#pragma once

#include "core/redactor.h"
#include "net/tokensource.h"

namespace Net {

// The answer to a token request (RFC 6749, 5.1), read as leniently as its users can bear: only the token must be there
// and fit into a header.
//   expires_in may be missing, null, text, or no time at all: the token is good until it is refused then; more than a
// day counts as a day. scope is a text of words between blanks or commas, or an array of them, in letters of either
// kind; anything else is unclear. customer is who the grant belongs to. Both are
// shown, and so are cleaned. BadReply with the place as subject. Pure.
[[nodiscard]] Core::Result<Token> readToken(const QByteArray &body, Core::Redactor redactor);

} // namespace Net
