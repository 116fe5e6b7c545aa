#include "workiva/awaitoperation.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "net/jsonreader.h"
#include "net/retryafter.h"
#include "net/service.h"
#include "workiva/apirequest.h"

#include <algorithm>

namespace Workiva {

namespace {

using namespace std::chrono_literals;
using Core::ErrorKind;
using std::chrono::milliseconds;

constexpr milliseconds firstWait = 500ms;
constexpr milliseconds usualWait = 1s; // the strictest rate of /operations
constexpr milliseconds longestWait = 5s;
constexpr milliseconds longestSilence = 5s;
constexpr qsizetype longestWord = 200; // of a status or a remark

enum class Verdict { Completed, Failed, UnderWay };

Verdict verdictOf(const QString &status)
{
    const auto is = [&status](QLatin1String word) { return status.compare(word, Qt::CaseInsensitive) == 0; };
    if (is(QLatin1String("completed")) || is(QLatin1String("succeeded")))
        return Verdict::Completed;
    if (is(QLatin1String("failed")) || is(QLatin1String("cancelled")) || is(QLatin1String("canceled")))
        return Verdict::Failed;
    return Verdict::UnderWay;
}

QString words(const Net::JsonReader &json)
{
    return Core::redacted(json.lenientString().trimmed()).left(longestWord);
}

QString readDetail(const Net::JsonReader &json)
{
    const QString code = words(json[QLatin1String("code")]);
    const QString message = words(json[QLatin1String("message")]);
    const QString target = words(json[QLatin1String("target")]);
    QString detail = code.isEmpty() || message.isEmpty() ? code + message : code + QStringLiteral(": ") + message;
    if (!target.isEmpty())
        detail += QStringLiteral(" (%1)").arg(target);
    return detail.trimmed();
}

// What the details look like decides nothing: only a status is needed.
Core::Result<OperationReport> readOperation(const QByteArray &body)
{
    const auto json = Net::JsonReader::parse(body);
    const auto status = json[QLatin1String("status")];
    OperationReport operation{.id = words(json[QLatin1String("id")]),
                              .status = words(status),
                              .originalRequest = words(json[QLatin1String("originalRequest")]),
                              .details = {}};
    if (operation.status.isEmpty())
        status.complain(QStringLiteral("status"));
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    const QLatin1String detailsKey("details");
    if (json.has(detailsKey)) {
        const auto details = json[detailsKey].items();
        for (const Net::JsonReader &detail : details)
            operation.details.append(readDetail(detail));
        operation.details.removeAll(QString());
    }
    return operation;
}

// It is shown and stored, so that it must hold no secret.
OperationReport cleaned(OperationReport report, const Core::Redactor &redactor)
{
    report.id = redactor.cleaned(report.id, Core::Redactor::longestId);
    report.originalRequest = redactor.cleaned(report.originalRequest, Core::Redactor::longestId);
    for (QString &detail : report.details)
        detail = redactor.cleaned(detail);
    return report;
}

// A refusal of the question tells nothing about the change.
bool saysNothingOfTheOperation(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Conflict || kind == ErrorKind::Rejected
        || kind == ErrorKind::BadReply;
}

} // namespace

AwaitOperation::AwaitOperation(Net::Service &service, Accepted accepted, milliseconds patience, QObject *parent)
    : Net::Operation<OperationReport>(service, parent)
    , m_accepted(std::move(accepted))
    , m_patience(patience)
    , m_wait(firstWait)
{
}

Net::Request AwaitOperation::request() const
{
    Net::Request request = get(apiPath({QStringLiteral("operations"), m_accepted.operationId}));
    request.bounds = Net::metadataBounds;
    return request;
}

void AwaitOperation::run()
{
    if (m_accepted.operationId.isEmpty()) {
        finishWith(tl::unexpected(failed({.kind = ErrorKind::OutcomeUnknown})));
        return;
    }
    m_end = service().clock().elapsed() + m_patience;
    m_waiting = std::make_unique<QObject>();
    askAfter(m_accepted.retryAfter);
}

void AwaitOperation::abort()
{
    m_waiting.reset();
    Net::Operation<OperationReport>::abort();
}

void AwaitOperation::askAfter(milliseconds wait)
{
    const auto left = m_end - service().clock().elapsed();
    if (left.count() <= 0)
        finishWith(tl::unexpected(
            failed({.kind = ErrorKind::TimedOut, .detail = m_status, .cause = StillUnderWay{m_status}})));
    else if (wait.count() <= 0)
        ask(request());
    else // the last of all questions comes when the patience ends
        service().clock().callAfter(std::min(wait, left), m_waiting.get(), [this] { ask(request()); });
}

void AwaitOperation::askAgain(const Net::Response *response, milliseconds longest)
{
    const auto wanted = response ? Net::retryAfterOf(response->head, service().clock().utcNow()) : std::nullopt;
    const milliseconds wait = std::min(std::max(m_wait, wanted.value_or(0ms)), longest);
    m_wait = m_wait < usualWait ? usualWait : std::min(m_wait * 3 / 2, longestWait);
    askAfter(wait);
}

void AwaitOperation::answered(const Core::Result<Net::Response> &response)
{
    if (!response) {
        if (saysNothingOfTheOperation(response.error().kind))
            return saysNothing(response.error(), nullptr);
        return Net::Operation<OperationReport>::answered(response);
    }
    const auto operation = readOperation(response->body);
    if (!operation)
        return saysNothing(operation.error(), &*response);
    m_silentSince.reset();
    m_status = operation->status;
    if (verdictOf(m_status) == Verdict::UnderWay)
        return askAgain(&*response, m_patience);
    Net::Operation<OperationReport>::answered(response);
}

void AwaitOperation::saysNothing(const Core::Error &error, const Net::Response *response)
{
    const auto now = service().clock().elapsed();
    if (!m_silentSince)
        m_silentSince = now;
    const auto silenceEnds = *m_silentSince + longestSilence;
    if (now >= std::min(silenceEnds, m_end))
        finishWith(tl::unexpected(failed(error)));
    else
        askAgain(response, silenceEnds - now);
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
                      .detail = operation->details.join(QStringLiteral("; ")),
                      .requestId = operation->originalRequest};
    if (error.detail.isEmpty())
        error.detail = operation->status;
    return tl::unexpected(failed(std::move(error)));
}

Core::Error AwaitOperation::failed(Core::Error error) const
{
    error.service = service().id();
    if (error.subject.isEmpty())
        error.subject = m_accepted.operationId;
    return error;
}

} // namespace Workiva
