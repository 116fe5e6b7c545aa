#pragma once

#include "net/service.h"
#include "workiva/requesttoken.h"

namespace Workiva {

// The Workiva API at `baseUrl` (see BaseUrlRegion), with a grant's tokens. Every request, that for the token too,
// carries the version of the API: without it the service falls back to an older one with other paths. The network
// manager and the clock outlive the service.
[[nodiscard]] std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock,
                                                        const QUrl &baseUrl, const Credentials &credentials,
                                                        const Net::RetryPolicy &retry = {});

} // namespace Workiva
