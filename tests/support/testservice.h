#pragma once

#include "net/service.h"
#include "support/fakeclock.h"

#include <QNetworkAccessManager>

namespace Net {
class Job;
}

namespace Support {

// A Net::Service for tests, with everything it borrows: a clock that the test advances, a network manager without a
// proxy, and a token ("token") that needs no request.
class TestService
{
public:
    explicit TestService(const QUrl &baseUrl, Core::Service id = Core::Service::None);
    explicit TestService(Net::Service::Options options);

    FakeClock clock;
    QNetworkAccessManager network;
    Net::Service service;
};

// A token source that returns these values in turn; the last one is repeated.
[[nodiscard]] std::unique_ptr<Net::TokenSource> tokensOf(Core::Clock &clock, const QByteArrayList &values);

// Starts a job and runs the event loop until it has finished, for some seconds at most.
[[nodiscard]] bool finishes(Net::Job &job);

// The same, advancing the clock over every wait of the job.
[[nodiscard]] bool finishes(Net::Job &job, FakeClock &clock);

} // namespace Support
