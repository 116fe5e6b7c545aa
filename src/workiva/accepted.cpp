#include "workiva/accepted.h"

#include "core/clock.h"
#include "net/httpjob.h"
#include "net/jsonreader.h"
#include "net/retryafter.h"
#include "net/service.h"
#include "net/weborigin.h"

namespace Workiva {

Core::Result<Accepted> readAccepted(const Net::Service &service, const Net::Response &response)
{
    using Core::ErrorKind;
    QByteArray location = response.head.header("Location");
    if (location.isEmpty()) {
        const auto body = Net::JsonReader::parse(response.body);
        location = body[QLatin1String("operationLocation")].string(QString()).toUtf8();
    }
    const QUrl operation = service.baseUrl().resolved(QUrl::fromEncoded(location));
    if (location.isEmpty() || !operation.isValid() || operation.host().isEmpty())
        return Core::fail(ErrorKind::BadReply, QStringLiteral("Location"), QStringLiteral("no operation to follow"));
    if (!Net::sameOrigin(operation, service.baseUrl()))
        return Core::fail(ErrorKind::ForeignHost, operation.host());
    const auto wait = Net::parseRetryAfter(response.head.header("Retry-After"), service.clock().utcNow());
    return Accepted{operation, wait.value_or(std::chrono::milliseconds(0))};
}

} // namespace Workiva
