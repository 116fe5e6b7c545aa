#include "domo/failure.h"

#include "net/replyerror.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

// When CSV is requested, a rejected token results in a 406 with a page. The same may be true for errors that are
// otherwise 403 or 404; then the text says so.
Core::ErrorKind kindOf406(const QString &words)
{
    const auto say = [&words](const char *pattern) {
        return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption)
            .match(words)
            .hasMatch();
    };
    if (say("\\b403\\b|\\bforbidden\\b|\\baccess is denied\\b"))
        return Core::ErrorKind::NoAccess;
    return say("\\b404\\b|\\bnot found\\b") ? Core::ErrorKind::NotFound : Core::ErrorKind::BadCredentials;
}

} // namespace

Core::Error explained(Core::Error error)
{
    // Missing access is reported as a bad request whose message contains the status of an internal service;
    // "statusReason" may contain yet another one.
    const auto *words = error.cause.as<Net::ServiceWords>();
    if (error.httpStatus == 400 && words && words->message.contains("Infrastructure problem (403)"_L1))
        error.kind = Core::ErrorKind::NoAccess;
    if (error.httpStatus == 406)
        error.kind = kindOf406(error.detail);
    return error;
}

} // namespace Domo
