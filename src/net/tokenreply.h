#pragma once

#include "core/redactor.h"
#include "net/tokensource.h"

class QRegularExpression;

namespace Net {

// Reads the response to a token request (RFC 6749, 5.1), leniently: only the token is required, and has to be valid in
// a header.
//   expires_in may be missing, null, text, or invalid: the token is then used until it is rejected; more than a day
// counts as a day. scope is a text of words separated by spaces or commas, or an array of them, in any case, each in
// the service's form (of lower-case letters); anything else is unclear. customer is the grant's owner, userId and role
// are those of the user it acts as. All are displayed and therefore redacted. BadReply with the JSON path as subject.
// Pure.
[[nodiscard]] Core::Result<Token> readToken(const QByteArray &body, const QRegularExpression &scopeForm,
                                            Core::Redactor redactor);

// The needed scopes that a token lacks. None if its scopes are unknown or unclear: then the service decides. Pure.
[[nodiscard]] QStringList missingScopes(const Token &token, const QStringList &needed);

} // namespace Net
