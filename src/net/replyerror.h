#pragma once

#include "core/redactor.h"
#include "core/result.h"
#include "net/response.h"

#include <QNetworkReply>

namespace Net {

// The cause of a rejection: the service's own error, from any of the JSON shapes. Redacted; each may be empty.
struct ServiceWords
{
    QString code{}; // "invalid_scope", "ResourceNotFound": one word that programs go by
    QString message{}; // the sentence that accompanies it

    friend bool operator==(const ServiceWords &, const ServiceWords &) = default;
};

// The cause of a BadReply: a success without the body it must have.
struct NoBody
{
    friend bool operator==(const NoBody &, const NoBody &) = default;
};

// Interprets a response that is not a success: the kind by its status alone, cause and detail from its body (the JSON
// error shapes of Domo, Workiva and OAuth 2, RFC 6749 5.2, otherwise the first line of its text without tags), the
// request ID from Domo's "toe" or the usual headers; all redacted. The caller adds service and subject. Pure.
[[nodiscard]] Core::Error replyError(const ResponseHead &head, const QByteArray &body, const Core::Redactor &redactor);

// Whether a body that begins like this is a web page, whatever was requested. Pure.
[[nodiscard]] bool beginsAsPage(const ResponseHead &head, QByteArrayView bytes);

// The error for a web page received instead of data, with Core::WebPage as its cause. Pure.
[[nodiscard]] Core::Error pageError(const ResponseHead &head, const QByteArray &body, const QString &host,
                                    const Core::Redactor &redactor);

// The error kind of a missing response. `sent`: a part of the request was sent.
[[nodiscard]] Core::ErrorKind kindOf(QNetworkReply::NetworkError error, bool sent);

} // namespace Net
