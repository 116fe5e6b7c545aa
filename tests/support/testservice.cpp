#include "support/testservice.h"

#include "net/job.h"
#include "net/tokensource.h"

#include <QNetworkProxy>
#include <QTest>

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

constexpr int patience = 10'000;

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
    job.start();
    return QTest::qWaitFor([&job] { return job.isFinished(); }, patience);
}

bool finishes(Net::Job &job, FakeClock &clock)
{
    job.start();
    return QTest::qWaitFor(
        [&] {
            if (!job.isFinished() && clock.waiting() > 0)
                clock.advance(clock.nextDelay());
            return job.isFinished();
        },
        patience);
}

} // namespace Support
