#pragma once

#include "net/service.h"
#include "support/fakeclock.h"

#include <QNetworkAccessManager>

namespace Net {
class Job;
}

namespace Support {

// A Net::Service for tests, with all it borrows: time that the test moves, a network manager without a proxy, and a
// token
// ("token") that costs no request.
class TestService
{
public:
    explicit TestService(const QUrl &baseUrl, Core::Service id = Core::Service::None);
    explicit TestService(Net::Service::Options options);

    FakeClock clock;
    QNetworkAccessManager network;
    Net::Service service;
};

// A token source whose every fetch gives the next of these; the last one is given again.
[[nodiscard]] std::unique_ptr<Net::TokenSource> tokensOf(Core::Clock &clock, const QByteArrayList &values);

// Starts a job and waits in the event loop, at most some seconds, until it has finished.
[[nodiscard]] bool finishes(Net::Job &job);

// The same, moving the clock over every wait of the job.
[[nodiscard]] bool finishes(Net::Job &job, FakeClock &clock);

} // namespace Support
