#include "workiva/accepted.h"

#include "core/clock.h"
#include "core/jsonreader.h"
#include "net/response.h"
#include "net/retryafter.h"
#include "net/service.h"

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

QString operationIdIn(const QString &address)
{
    QString path = QUrl(address).path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString id = QUrl::fromPercentEncoding(path.mid(path.lastIndexOf(u'/') + 1).toLatin1());
    return id == "."_L1 || id == ".."_L1 ? QString() : id;
}

} // namespace

Accepted readAccepted(const Net::Service &service, const Net::Response &response)
{
    QString id = operationIdIn(QString::fromLatin1(response.head.header("Location")));
    if (id.isEmpty()) {
        const auto body = Core::JsonReader::parse(response.body);
        id = operationIdIn(body["operationLocation"_L1].lenientString());
    }
    const auto wait = Net::retryAfterOf(response.head, service.clock().utcNow());
    return {id, wait.value_or(std::chrono::milliseconds(0))};
}

} // namespace Workiva
