#pragma once

#include "domo/requesttoken.h"
#include "net/service.h"

namespace Domo {

[[nodiscard]] QUrl defaultBaseUrl(); // https://api.domo.com

// The Domo API with the credentials of `login`. The network manager and the clock must outlive the service.
[[nodiscard]] std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock,
                                                        const Core::Login &login, const Net::RetryPolicy &retry = {});

} // namespace Domo
