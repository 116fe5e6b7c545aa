#pragma once

#include "core/redactor.h"
#include "net/tokensource.h"

class QRegularExpression;

namespace Net {

// The answer to a token request (RFC 6749, 5.1), read as leniently as its users can bear: only the token must be there
// and fit into a header.
//   expires_in may be missing, null, text, or no time at all: the token is good until it is refused then; more than a
// day counts as a day. scope is a text of words between blanks or commas, or an array of them, in letters of either
// kind, each of the service's form (of small letters); anything else is unclear. customer is who the grant belongs to.
// Both are shown, and so are cleaned. BadReply with the place as subject. Pure.
[[nodiscard]] Core::Result<Token> readToken(const QByteArray &body, const QRegularExpression &scopeForm,
                                            Core::Redactor redactor);

// Which of the needed scopes a token lacks. Scopes that are untold or unclear miss nothing: the service's refusal
// decides. Pure.
[[nodiscard]] QStringList missingScopes(const Token &token, const QStringList &needed);

} // namespace Net
