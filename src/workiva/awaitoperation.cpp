#include "workiva/awaitoperation.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "core/jsonreader.h"
#include "net/retryafter.h"
#include "net/service.h"
#include "workiva/apirequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

using namespace std::chrono_literals;
using Core::ErrorKind;
using std::chrono::milliseconds;

constexpr milliseconds firstWait = 500ms;
constexpr milliseconds usualWait = 1s; // the strictest rate limit of /operations
constexpr milliseconds maxWait = 5s;
constexpr milliseconds maxUnanswered = 5s;
constexpr qsizetype maxWord = 200; // of a status or a message

enum class Verdict { Completed, Failed, UnderWay };

Verdict verdictOf(const QString &status)
{
    const auto is = [&status](QLatin1String word) { return status.compare(word, Qt::CaseInsensitive) == 0; };
    if (is("completed"_L1) || is("succeeded"_L1))
        return Verdict::Completed;
    if (is("failed"_L1) || is("cancelled"_L1) || is("canceled"_L1))
        return Verdict::Failed;
    return Verdict::UnderWay;
}

QString words(const Core::JsonReader &json)
{
    return Core::redacted(json.lenientString().trimmed()).left(maxWord);
}

QString readDetail(const Core::JsonReader &json)
{
    const QString code = words(json["code"_L1]);
    const QString message = words(json["message"_L1]);
    const QString target = words(json["target"_L1]);
    QString detail = code.isEmpty() || message.isEmpty() ? code + message : code + u": "_s + message;
    if (!target.isEmpty())
        detail += u" (%1)"_s.arg(target);
    return detail.trimmed();
}

// The format of the details does not matter: only a status is needed.
Core::Result<OperationReport> readOperation(const QByteArray &body)
{
    const auto json = Core::JsonReader::parse(body);
    const auto status = json["status"_L1];
    OperationReport operation{.id = words(json["id"_L1]),
                              .status = words(status),
                              .originalRequest = words(json["originalRequest"_L1]),
                              .details = {}};
    if (operation.status.isEmpty())
        status.complain(u"status"_s);
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    const QLatin1String detailsKey("details");
    if (json.has(detailsKey)) {
        const auto details = json[detailsKey].items();
        for (const Core::JsonReader &detail : details)
            operation.details.append(readDetail(detail));
        operation.details.removeAll(QString());
    }
    return operation;
}

// It is displayed and stored, and must contain no secret.
OperationReport cleaned(OperationReport report, const Core::Redactor &redactor)
{
    report.id = redactor.cleaned(report.id, Core::Redactor::maxId);
    report.originalRequest = redactor.cleaned(report.originalRequest, Core::Redactor::maxId);
    for (QString &detail : report.details)
        detail = redactor.cleaned(detail);
    return report;
}

// A rejected poll says nothing about the change.
bool isWithoutInformation(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Conflict || kind == ErrorKind::Rejected
        || kind == ErrorKind::BadReply;
}

} // namespace

AwaitOperation::AwaitOperation(Net::Service &service, Accepted accepted, milliseconds timeout, QObject *parent)
    : Net::Operation<OperationReport>(service, accepted.operationId, parent)
    , m_accepted(std::move(accepted))
    , m_timeout(timeout)
    , m_wait(firstWait)
{
}

Net::Request AwaitOperation::request() const
{
    Net::Request request = get(apiPath({u"operations"_s, m_accepted.operationId}));
    request.bounds = Net::metadataBounds;
    return request;
}

void AwaitOperation::run()
{
    if (m_accepted.operationId.isEmpty()) {
        finishWith(Core::fail(ErrorKind::OutcomeUnknown));
        return;
    }
    m_end = service().clock().elapsed() + m_timeout;
    m_waiting = std::make_unique<QObject>();
    pollAfter(m_accepted.retryAfter);
}

void AwaitOperation::abort()
{
    m_waiting.reset();
    Net::Operation<OperationReport>::abort();
}

void AwaitOperation::pollAfter(milliseconds wait)
{
    const auto left = m_end - service().clock().elapsed();
    if (left.count() <= 0)
        finishWith(Core::fail(ErrorKind::TimedOut, {}, m_status, StillUnderWay{m_status}));
    else if (wait.count() <= 0)
        send(request());
    else // the last poll is at the end of the timeout
        service().clock().callAfter(std::min(wait, left), m_waiting.get(), [this] { send(request()); });
}

void AwaitOperation::pollAgain(const Net::Response *response, milliseconds limit)
{
    const auto wanted = response ? Net::retryAfterOf(response->head, service().clock().utcNow()) : std::nullopt;
    const milliseconds wait = std::min(std::max(m_wait, wanted.value_or(0ms)), limit);
    m_wait = m_wait < usualWait ? usualWait : std::min(m_wait * 3 / 2, maxWait);
    pollAfter(wait);
}

void AwaitOperation::answered(const Core::Result<Net::Response> &response)
{
    if (!response) {
        if (isWithoutInformation(response.error().kind))
            return saysNothing(response.error(), nullptr);
        return Net::Operation<OperationReport>::answered(response);
    }
    const auto operation = readOperation(response->body);
    if (!operation)
        return saysNothing(operation.error(), &*response);
    m_silentSince.reset();
    m_status = operation->status;
    if (verdictOf(m_status) == Verdict::UnderWay)
        return pollAgain(&*response, m_timeout);
    Net::Operation<OperationReport>::answered(response);
}

void AwaitOperation::saysNothing(const Core::Error &error, const Net::Response *response)
{
    const auto now = service().clock().elapsed();
    if (!m_silentSince)
        m_silentSince = now;
    const auto unansweredEnd = *m_silentSince + maxUnanswered;
    if (now >= std::min(unansweredEnd, m_end))
        finishWith(Core::fail(error));
    else
        pollAgain(response, unansweredEnd - now);
}

Core::Result<OperationReport> AwaitOperation::read(const Net::Response &response)
{
    auto operation = readOperation(response.body);
    if (!operation)
        return operation;
    if (operation->id.isEmpty())
        operation->id = m_accepted.operationId;
    if (verdictOf(operation->status) == Verdict::Completed)
        return cleaned(*std::move(operation), service().redactor());
    Core::Error error{.kind = ErrorKind::OperationFailed,
                      .detail = operation->details.join(u"; "_s),
                      .requestId = operation->originalRequest};
    if (error.detail.isEmpty())
        error.detail = operation->status;
    return Core::fail(std::move(error));
}

} // namespace Workiva
