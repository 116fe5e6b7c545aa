#include "domo/failure.h"

#include "net/replyerror.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

// Who asks for CSV is told of a refused token with a 406 and a page, and perhaps of what others are told with a 403 or
// a 404, which its words say then.
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
    // No access arrives as a bad request whose words hold the status of a service behind, and "statusReason" may say
    // something else again.
    const auto *words = error.cause.as<Net::ServiceWords>();
    if (error.httpStatus == 400 && words && words->message.contains("Infrastructure problem (403)"_L1))
        error.kind = Core::ErrorKind::NoAccess;
    if (error.httpStatus == 406)
        error.kind = kindOf406(error.detail);
    return error;
}

} // namespace Domo
