#include "domo/service.h"

using namespace Qt::StringLiterals;

namespace Domo {

QUrl defaultBaseUrl()
{
    return QUrl(u"https://api.domo.com"_s);
}

std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock, const Core::Login &login,
                                          const Net::RetryPolicy &retry)
{
    Net::Service::Options options;
    options.id = Core::Service::Domo;
    options.baseUrl = login.baseUrl;
    options.retry = retry;
    auto service = std::make_unique<Net::Service>(network, clock, std::move(options));
    service->redactor().learn(login.secret.text());
    service->redactor().learn(QString::fromLatin1(basicValue(login)));
    // The service owns the token source and outlives it.
    const auto fetch = [service = service.get(), login] { return std::make_unique<RequestToken>(*service, login); };
    service->setTokenSource(std::make_unique<Net::TokenSource>(fetch, clock));
    return service;
}

} // namespace Domo
