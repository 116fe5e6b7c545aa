#pragma once

#include "core/redactor.h"
#include "core/result.h"
#include "net/response.h"

#include <QNetworkReply>

namespace Net {

// The cause of a refusal: what the service's own error says, from wherever its shape puts it. Cleaned; either may be
// empty.
struct ServiceWords
{
    QString code{}; // "invalid_scope", "ResourceNotFound": one word that programs go by
    QString message{}; // the sentence beside it

    friend bool operator==(const ServiceWords &, const ServiceWords &) = default;
};

// The cause of a success that has no body where there must be one. BadReply.
struct NoBody
{
    friend bool operator==(const NoBody &, const NoBody &) = default;
};

// What an answer that is no success means: the kind from its status alone, the cause and the detail from its body (the
// JSON error shapes of Domo, Workiva and OAuth 2, RFC 6749 5.2, else the first line of its text without tags), the
// request ID from Domo's "toe" or the usual headers; all cleaned. Service and subject are left to the caller. Pure.
[[nodiscard]] Core::Error replyError(const ResponseHead &head, const QByteArray &body, const Core::Redactor &redactor);

// Whether a body that begins so is a web page, whatever was asked for. Pure.
[[nodiscard]] bool beginsAsPage(const ResponseHead &head, QByteArrayView bytes);

// A page in the place of the data, with Core::WebPage as its cause. Pure.
[[nodiscard]] Core::Error pageError(const ResponseHead &head, const QByteArray &body, const QString &host,
                                    const Core::Redactor &redactor);

// What it means that no answer came. `sent`: a part of the request had left.
[[nodiscard]] Core::ErrorKind kindOf(QNetworkReply::NetworkError error, bool sent);

} // namespace Net
