#include "support/testservice.h"

#include "net/job.h"
#include "net/tokensource.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QTimer>

namespace Support {

namespace {

class KnownToken final : public Net::JobWith<Net::Token>
{
public:
    explicit KnownToken(QByteArray value) : m_value(std::move(value)) { }

protected:
    void run() override { finishWith(Net::Token{.value = m_value}); }
    void abort() override { }

private:
    QByteArray m_value;
};

constexpr auto deadline = std::chrono::seconds(60); // sanitizers are slow, and machines are loaded

} // namespace

std::unique_ptr<Net::TokenSource> tokensOf(Core::Clock &clock, const QByteArrayList &values)
{
    return std::make_unique<Net::TokenSource>(
        [left = values]() mutable {
            return std::make_unique<KnownToken>(left.size() > 1 ? left.takeFirst() : left.value(0));
        },
        clock);
}

TestService::TestService(const QUrl &baseUrl, Core::Service id)
    : TestService(Net::Service::Options{.id = id, .baseUrl = baseUrl})
{
}

TestService::TestService(Net::Service::Options options) : service(network, clock, std::move(options))
{
    network.setProxy(QNetworkProxy::NoProxy);
    service.setTokenSource(tokensOf(clock, {"token"}));
}

bool finishes(Net::Job &job)
{
    // QTest's own waiting sleeps between checks, so that a large upload would take seconds.
    QEventLoop loop;
    QObject::connect(&job, &Net::Job::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(deadline, &loop, &QEventLoop::quit);
    job.start();
    if (!job.isFinished())
        loop.exec();
    return job.isFinished();
}

bool finishes(Net::Job &job, FakeClock &clock)
{
    QTimer mover;
    QObject::connect(&mover, &QTimer::timeout, &job, [&clock] {
        if (clock.waiting() > 0)
            clock.advance(clock.nextDelay());
    });
    mover.start(1);
    return finishes(job);
}

} // namespace Support
