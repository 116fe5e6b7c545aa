#include "workiva/awaitoperation.h"

#include "core/clock.h"
#include "net/jsonreader.h"
#include "net/retryafter.h"
#include "net/service.h"
#include "workiva/apirequest.h"

#include <algorithm>

namespace Workiva {

namespace {

using Core::ErrorKind;

constexpr std::chrono::milliseconds usualWait = std::chrono::seconds(1); // the strictest rate of /operations

QString readDetail(const Net::JsonReader &json)
{
    const QString code = json[QLatin1String("code")].string(QString());
    const QString message = json[QLatin1String("message")].string(QString());
    const QString target = json[QLatin1String("target")].string(QString());
    QString detail = code.isEmpty() || message.isEmpty() ? code + message : code + QStringLiteral(": ") + message;
    if (!target.isEmpty())
        detail += QStringLiteral(" (%1)").arg(target);
    return detail.trimmed();
}

Core::Result<OperationReport> readOperation(const QByteArray &body)
{
    const auto json = Net::JsonReader::parse(body);
    OperationReport operation{.id = json[QLatin1String("id")].string(QString()),
                              .status = json[QLatin1String("status")].string(),
                              .originalRequest = json[QLatin1String("originalRequest")].string(QString()),
                              .details = {}};
    const QLatin1String detailsKey("details");
    if (json.has(detailsKey)) {
        const auto details = json[detailsKey].items();
        for (const Net::JsonReader &detail : details)
            operation.details.append(readDetail(detail));
    }
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    return operation;
}

bool isUnderWay(const QString &status)
{
    return status == QLatin1String("acknowledged") || status == QLatin1String("queued")
        || status == QLatin1String("started");
}

} // namespace

AwaitOperation::AwaitOperation(Net::Service &service, Accepted accepted, std::chrono::milliseconds patience,
                               QObject *parent)
    : Net::Operation<OperationReport>(service, parent), m_accepted(std::move(accepted)), m_patience(patience)
{
}

Net::Request AwaitOperation::request() const
{
    return get(m_accepted.operation);
}

void AwaitOperation::run()
{
    m_end = service().clock().elapsed() + m_patience;
    m_wait = std::make_unique<QObject>();
    askAfter(m_accepted.retryAfter);
}

void AwaitOperation::abort()
{
    m_wait.reset();
    Net::Operation<OperationReport>::abort();
}

void AwaitOperation::askAfter(std::chrono::milliseconds wait)
{
    const auto left = m_end - service().clock().elapsed();
    if (left.count() <= 0)
        finishWith(tl::unexpected(failed({.kind = ErrorKind::TimedOut})));
    else if (wait.count() <= 0)
        ask(request());
    else // the last of all questions comes when the patience ends
        service().clock().callAfter(std::min(wait, left), m_wait.get(), [this] { ask(request()); });
}

void AwaitOperation::answered(const Core::Result<Net::Response> &response)
{
    if (response) {
        const auto operation = readOperation(response->body);
        if (operation && isUnderWay(operation->status)) {
            const QByteArray wanted = response->head.header("Retry-After");
            return askAfter(Net::parseRetryAfter(wanted, service().clock().utcNow()).value_or(usualWait));
        }
    }
    Net::Operation<OperationReport>::answered(response);
}

Core::Result<OperationReport> AwaitOperation::read(const Net::Response &response)
{
    auto operation = readOperation(response.body);
    if (!operation || operation->status == QLatin1String("completed"))
        return operation;
    Core::Error error{.kind = ErrorKind::OperationFailed,
                      .detail = operation->details.join(QStringLiteral("; ")),
                      .requestId = operation->originalRequest};
    if (operation->status != QLatin1String("failed") && operation->status != QLatin1String("cancelled")) {
        error.kind = ErrorKind::BadReply;
        error.subject = QStringLiteral("$.status");
        error.detail = operation->status;
    } else if (error.detail.isEmpty()) {
        error.detail = operation->status;
    }
    return tl::unexpected(failed(std::move(error)));
}

Core::Error AwaitOperation::failed(Core::Error error) const
{
    error.service = service().id();
    if (error.subject.isEmpty())
        error.subject = m_accepted.operation.fileName();
    return error;
}

} // namespace Workiva
