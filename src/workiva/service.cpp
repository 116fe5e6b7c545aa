#include "workiva/service.h"

using namespace Qt::StringLiterals;

namespace Workiva {

std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock, const QUrl &baseUrl,
                                          const Credentials &credentials, const Net::RetryPolicy &retry)
{
    Net::Service::Options options;
    options.id = Core::Service::Workiva;
    options.baseUrl = baseUrl;
    options.headers = {{"X-Version"_ba, "2026-01-01"_ba}};
    options.retry = retry;
    auto service = std::make_unique<Net::Service>(network, clock, std::move(options));
    service->redactor().learn(credentials.clientSecret);
    // The token source belongs to the service, and so does not outlive it.
    const auto fetch = [service = service.get(), credentials,
                        known = std::make_shared<TokenAddress>(TokenAddress::Current)] {
        return std::make_unique<RequestToken>(*service, credentials, known);
    };
    service->setTokenSource(std::make_unique<Net::TokenSource>(fetch, clock));
    return service;
}

} // namespace Workiva
