#pragma once

#include "net/service.h"
#include "workiva/requesttoken.h"

namespace Workiva {

// The Workiva API with the credentials of `login` (for its URL see BaseUrlRegion). Every request, token requests
// included, specifies the API version: without it, the service uses an older one with other paths. The network manager
// and the clock must outlive the service.
[[nodiscard]] std::unique_ptr<Net::Service> makeService(QNetworkAccessManager &network, Core::Clock &clock,
                                                        const Core::Login &login, const Net::RetryPolicy &retry = {});

} // namespace Workiva
