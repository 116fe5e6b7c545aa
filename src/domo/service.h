#pragma once

#include "domo/requesttoken.h"
#include "net/service.h"

namespace Domo {

[[nodiscard]] QUrl defaultBaseUrl(); // https://api.domo.com

// The Domo API at `baseUrl`, with a client's tokens. The network manager and the clock outlive the service.
[[nodiscard]] std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock,
                                                        const QUrl &baseUrl, const Credentials &credentials,
                                                        const Net::RetryPolicy &retry = {});

} // namespace Domo
