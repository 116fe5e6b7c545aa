#include "workiva/service.h"

using namespace Qt::StringLiterals;

namespace Workiva {

std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock, const Core::Login &login,
                                          const Net::RetryPolicy &retry)
{
    Net::Service::Options options;
    options.id = Core::Service::Workiva;
    options.baseUrl = login.baseUrl;
    options.headers = {{"X-Version"_ba, "2026-01-01"_ba}};
    options.retry = retry;
    auto service = std::make_unique<Net::Service>(network, clock, std::move(options));
    service->redactor().learn(login.secret.text());
    // The service owns the token source and outlives it.
    const auto fetch = [service = service.get(), login, known = std::make_shared<TokenAddress>(TokenAddress::Current)] {
        return std::make_unique<RequestToken>(*service, login, known);
    };
    service->setTokenSource(std::make_unique<Net::TokenSource>(fetch, clock));
    return service;
}

} // namespace Workiva
