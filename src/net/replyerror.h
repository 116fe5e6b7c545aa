#pragma once

#include "core/result.h"
#include "net/httpjob.h"

#include <QNetworkReply>

namespace Net {

// What an answer that is no success means: the kind from its status alone, the detail from its body (the JSON error
// shapes of Domo, Workiva and OAuth 2, RFC 6749 5.2, else the first line of its text without tags), redacted and of
// bounded length; the request ID from Domo's "toe" or the usual headers. Service and subject are left to the caller.
// Pure.
[[nodiscard]] Core::Error replyError(const ResponseHead &head, const QByteArray &body);

// What it means that no answer came. `sent`: a part of the request had left.
[[nodiscard]] Core::ErrorKind kindOf(QNetworkReply::NetworkError error, bool sent);

} // namespace Net
