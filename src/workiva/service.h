#pragma once

#include "net/service.h"
#include "workiva/requesttoken.h"

namespace Workiva {

// The Workiva API as `login` asks it (for the address see BaseUrlRegion). Every request, that for the token too,
// carries the version of the API: without it the service falls back to an older one with other paths. The network
// manager and the clock outlive the service.
[[nodiscard]] std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock,
                                                        const Core::Login &login, const Net::RetryPolicy &retry = {});

} // namespace Workiva
