#include "domo/failure.h"

namespace Domo {

Core::Error explained(Core::Error error, const QString &subject)
{
    error.service = Core::Service::Domo;
    if (error.subject.isEmpty())
        error.subject = subject;
    // No access arrives as a bad request whose words hold the status of a service behind, and "statusReason" may say
    // something else again.
    if (error.httpStatus == 400 && error.detail.contains(QLatin1String("Infrastructure problem (403)")))
        error.kind = Core::ErrorKind::NoAccess;
    return error;
}

} // namespace Domo
