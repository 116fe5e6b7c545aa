#include "notices/sendweb.h"

#include "net/httpjob.h"

namespace Notices {

namespace {

constexpr Net::RetryPolicy retry{.attempts = 3, .deadline = std::chrono::seconds(45)};

} // namespace

SendWeb::SendWeb(QNetworkAccessManager &network, Core::Clock &clock, Net::Request request, const Core::Secret &key,
                 QObject *parent)
    : SendJob(parent)
    , m_request(std::move(request))
    , m_service(network, clock,
                {.baseUrl = m_request.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment),
                 .retry = retry})
{
    m_service.redactor().learn(m_request.url.path());
    m_service.redactor().learn(m_request.url.query());
    m_service.redactor().learn(key.text());
}

SendWeb::~SendWeb()
{
    disconnect();
}

void SendWeb::run()
{
    m_job.reset(new Net::HttpJob(m_service, m_request));
    connect(m_job.get(), &Net::Job::finished, this, [this] {
        const auto job = std::move(m_job);
        if (job->result())
            return finishWith(QList<Core::Error>());
        Core::Error error = job->result().error();
        error.subject = m_request.url.host();
        finishWith(Core::fail(std::move(error)));
    });
    m_job->start();
}

void SendWeb::abort()
{
    m_job.reset();
}

} // namespace Notices
