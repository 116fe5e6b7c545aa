#include "net/httpjob.h"

#include "core/clock.h"
#include "core/strayanswer.h"
#include "net/exchange.h"
#include "net/laterptr.h"
#include "net/replyerror.h"
#include "net/retryafter.h"
#include "net/service.h"
#include "net/tokensource.h"
#include "net/weborigin.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace Net {

using std::chrono::milliseconds;

namespace {

constexpr int maxRedirects = 5;
constexpr milliseconds idleToTell{5'000};

// RFC 9110, 15.4: the request is to be repeated at another URL, with its method and body.
bool keepsMethod(int status)
{
    return status == 307 || status == 308;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || keepsMethod(status);
}

bool isPermanent(Core::ErrorKind kind)
{
    return kind == Core::ErrorKind::TlsUntrusted || kind == Core::ErrorKind::ProxyRefused;
}

} // namespace

class HttpJob::Private
{
public:
    Private(HttpJob *job, Service &to, Request what) : q(job), service(to), request(std::move(what)) { }

    void run();
    void prepare();
    void send();
    void judge();
    void judgeInterim(const Exchange &done);
    void judgeRefusal(const Exchange &done);
    void redirect(const Exchange &done);
    void refuseRedirect(const Exchange &done);
    [[nodiscard]] QUrl redirectTarget(const Exchange &done) const; // empty: none was given
    void repeatOrFail(Core::Error error, int status, std::optional<milliseconds> retryAfter = {});
    void fail(Core::Error error);
    void fail(Core::ErrorKind kind, QString subject = {}, QString detail = {});
    void checked();
    void waitFor(Waiting::For reason, milliseconds wait);
    void stopWaiting();

    [[nodiscard]] milliseconds now() const { return service.clock().elapsed(); }
    [[nodiscard]] milliseconds elapsed() const { return now() - began; }

    HttpJob *const q;
    Service &service;
    const Request request;
    BodySink *sink = nullptr;

    QUrl url; // of the next attempt
    milliseconds began{0};
    milliseconds lastWord{0}; // when the service last responded to this job; initially the job's start
    int number = 1; // of the attempt; redirects and a token renewal do not start a new one
    int sentNumber = 0; // of the last attempt that was sent
    int redirects = 0;
    bool renewed = false;
    bool unseen = false; // an attempt was sent whose outcome is not known
    QByteArray token;
    std::unique_ptr<QObject> waiting = std::make_unique<QObject>(); // context of all pending waits
    LaterPtr<Exchange> exchange;
};

void HttpJob::Private::run()
{
    began = lastWord = now();
    const QUrl &base = service.baseUrl();
    if (!isAcceptable(base))
        return fail(Core::ErrorKind::BadAddress, base.toString(QUrl::RemoveUserInfo));
    url = base.resolved(request.url).adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (!url.isValid())
        return fail(Core::ErrorKind::InvalidInput, request.url.toString(QUrl::RemoveUserInfo), url.errorString());
    if (!sameOrigin(url, base))
        return fail(Core::ErrorKind::ForeignHost, url.host());
    if (request.authorized && !service.tokens())
        return fail(Core::ErrorKind::Internal, {}, u"no token source"_s);
    prepare();
}

void HttpJob::Private::prepare()
{
    if (const auto wait = service.limiter().waitFrom(now()); wait.count() > 0) {
        if (elapsed() + wait > service.options().retry.deadline)
            return fail(Core::ErrorKind::RateLimited);
        return waitFor(Waiting::For::RateLimit, wait);
    }
    if (!request.authorized)
        return send();
    service.tokens()->get(waiting.get(), [this](const Core::Result<Token> &result) {
        if (!result)
            return fail(result.error());
        token = result->value;
        if (service.limiter().waitFrom(now()).count() > 0) // since the token was requested
            return prepare();
        send();
    });
}

void HttpJob::Private::send()
{
    QNetworkRequest out(url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One connection for each request, so that losing a connection affects only one request.
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(int(std::min(request.timeout, service.options().retry.idleTimeout).count()));
    out.setRawHeader("User-Agent", "WorkivaWriteback/" WRITEBACK_VERSION);
    // A compressed body has no verifiable length, and Qt would unpack it beyond its buffer limit.
    out.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : service.options().headers)
        out.setRawHeader(name, value);
    if (!request.contentType.isEmpty())
        out.setRawHeader("Content-Type", request.contentType);
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    if (request.authorized)
        out.setRawHeader("Authorization", "Bearer " + token);

    service.counts().retries += number > 1 && number != sentNumber ? 1 : 0;
    sentNumber = number;
    exchange = std::make_unique<Exchange>(service, request, sink);
    QObject::connect(exchange.get(), &Exchange::ended, q, [this] { judge(); });
    QObject::connect(exchange.get(), &Exchange::checked, q, [this] { checked(); });
    QObject::connect(exchange.get(), &Exchange::uploadProgress, q, &HttpJob::uploadProgress);
    QObject::connect(exchange.get(), &Exchange::downloadProgress, q, &HttpJob::downloadProgress);
    exchange->start(out);
}

void HttpJob::Private::judge()
{
    const auto done = std::move(exchange);
    const int status = done->head().status;
    stopWaiting();
    if (status != 0)
        lastWord = std::max(lastWord, done->lastByte());
    if (done->isInterim()) {
        judgeInterim(*done);
    } else if (const auto &error = done->error()) {
        unseen = unseen || done->wasSent();
        if (done->isPermanent() || isPermanent(error->kind))
            fail(*error);
        else
            repeatOrFail(*error, 0);
    } else if (done->isSuccess()) {
        unseen = false;
        q->finishWith(Response{.head = done->head(), .body = done->body()});
    } else if (isRedirect(status) && (request.verb == "GET" || keepsMethod(status))) {
        redirect(*done);
    } else if (status >= 300 && status < 400 && request.verb != "GET") {
        refuseRedirect(*done);
    } else if (request.tokenRefusals.contains(status) && request.authorized && !renewed) {
        renewed = true;
        service.tokens()->refused(token);
        prepare();
    } else {
        judgeRefusal(*done);
    }
}

// The final response follows on the same connection, where the next request would read it as its own.
void HttpJob::Private::judgeInterim(const Exchange &done)
{
    unseen = true;
    service.leaveConnections();
    repeatOrFail({.kind = Core::ErrorKind::BadReply,
                  .subject = u"$"_s,
                  .detail = u"status %1, and no answer after it"_s.arg(done.head().status),
                  .httpStatus = done.head().status},
                 0);
}

void HttpJob::Private::judgeRefusal(const Exchange &done)
{
    const int status = done.head().status;
    std::optional<milliseconds> retryAfter;
    if (status == 429 || status == 503) {
        retryAfter = retryAfterOf(done.head(), service.clock().utcNow());
        service.limiter().holdUntil(now() + retryAfter.value_or(milliseconds{0}));
    }
    unseen = unseen || (status >= 500 && status != 503);
    repeatOrFail(replyError(done.head(), done.body(), service.redactor()), status, retryAfter);
}

QUrl HttpJob::Private::redirectTarget(const Exchange &done) const
{
    const QByteArray location = done.head().header("Location");
    if (location.isEmpty())
        return {};
    return url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode))
        .adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

void HttpJob::Private::redirect(const Exchange &done)
{
    const QUrl target = redirectTarget(done);
    const bool leadsNowhere = target.isEmpty() || !target.isValid() || redirects == maxRedirects;
    const bool leadsAway = !leadsNowhere && !sameOrigin(target, service.baseUrl());
    if (request.verb != "GET" && (leadsNowhere || leadsAway))
        return refuseRedirect(done);
    if (leadsNowhere)
        return fail(replyError(done.head(), {}, service.redactor()));
    if (leadsAway)
        return fail(Core::ErrorKind::ForeignHost, target.host());
    ++redirects;
    url = target;
    prepare();
}

// For a change this is a rejection like any other, except that a 303 means the request was accepted.
void HttpJob::Private::refuseRedirect(const Exchange &done)
{
    unseen = unseen || done.head().status == 303;
    const QUrl target = redirectTarget(done);
    const QString host = sameOrigin(target, service.baseUrl()) ? QString() : target.host();
    Core::Error error = replyError(done.head(), {}, service.redactor());
    error.kind = Core::ErrorKind::Rejected;
    error.detail = host.isEmpty() ? u"redirected"_s : u"redirected to %1"_s.arg(host);
    error.cause = Core::Redirected{.host = service.redactor().cleaned(host)};
    fail(std::move(error));
}

void HttpJob::Private::repeatOrFail(Core::Error error, int status, std::optional<milliseconds> retryAfter)
{
    const auto wait = service.options().retry.waitAfter({.number = number,
                                                         .status = status,
                                                         .repeatable = request.repeatable,
                                                         .retryAfter = retryAfter,
                                                         .elapsed = elapsed()});
    if (!wait)
        return fail(std::move(error));
    ++number;
    waitFor(status == 429 ? Waiting::For::RateLimit : Waiting::For::Retry, *wait);
}

void HttpJob::Private::waitFor(Waiting::For reason, milliseconds wait)
{
    service.waits().begin(q, reason, number, lastWord, now() + wait);
    service.clock().callAfter(wait, waiting.get(), [this] {
        stopWaiting();
        prepare();
    });
}

void HttpJob::Private::checked()
{
    const milliseconds last = std::max(lastWord, exchange->lastByte());
    if (now() - last >= idleToTell)
        service.waits().begin(q, Waiting::For::Answer, number, last, {});
    else
        stopWaiting();
}

void HttpJob::Private::stopWaiting()
{
    service.waits().end(q);
}

void HttpJob::Private::fail(Core::Error error)
{
    error.service = service.id();
    q->finishWith(Core::fail(service.redactor().cleaned(std::move(error))));
}

void HttpJob::Private::fail(Core::ErrorKind kind, QString subject, QString detail)
{
    fail(Core::Error{.kind = kind, .subject = std::move(subject), .detail = std::move(detail)});
}

HttpJob::HttpJob(Service &service, Request request, QObject *parent)
    : JobWith(parent), d(std::make_unique<Private>(this, service, std::move(request)))
{
}

HttpJob::~HttpJob()
{
    disconnect();
    if (!isFinished()) // a finished job may outlive its service
        abort();
}

void HttpJob::setSink(BodySink *sink)
{
    d->sink = sink;
}

bool HttpJob::mayHaveArrived() const
{
    return d->unseen || (d->exchange && d->exchange->wasSent());
}

void HttpJob::run()
{
    d->run();
}

void HttpJob::abort()
{
    d->unseen = mayHaveArrived();
    d->exchange.reset();
    d->waiting.reset();
    d->stopWaiting();
}

} // namespace Net
