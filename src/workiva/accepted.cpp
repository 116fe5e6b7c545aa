#include "workiva/accepted.h"

#include "core/clock.h"
#include "net/httpjob.h"
#include "net/jsonreader.h"
#include "net/retryafter.h"
#include "net/service.h"

namespace Workiva {

namespace {

QString operationIdIn(const QString &address)
{
    QString path = QUrl(address).path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString id = QUrl::fromPercentEncoding(path.mid(path.lastIndexOf(u'/') + 1).toLatin1());
    return id == QLatin1String(".") || id == QLatin1String("..") ? QString() : id;
}

} // namespace

Accepted readAccepted(const Net::Service &service, const Net::Response &response)
{
    QString id = operationIdIn(QString::fromLatin1(response.head.header("Location")));
    if (id.isEmpty()) {
        const auto body = Net::JsonReader::parse(response.body);
        id = operationIdIn(body[QLatin1String("operationLocation")].lenientString());
    }
    const auto wait = Net::retryAfterOf(response.head, service.clock().utcNow());
    return {id, wait.value_or(std::chrono::milliseconds(0))};
}

} // namespace Workiva
