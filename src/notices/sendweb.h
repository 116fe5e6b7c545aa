#pragma once

#include "core/secret.h"
#include "net/laterptr.h"
#include "net/request.h"
#include "net/service.h"
#include "notices/sendjob.h"

namespace Net {
class HttpJob;
}

namespace Notices {

// Sends a request of webbody.h. Errors are those of Net::HttpJob, with the host as subject; a response of any 2xx is
// good, unless it is a web page. What follows the host in the address is a secret. Borrows the network and the clock.
class SendWeb final : public SendJob
{
    Q_OBJECT

public:
    SendWeb(QNetworkAccessManager &network, Core::Clock &clock, Net::Request request, const Core::Secret &key = {},
            QObject *parent = nullptr);
    ~SendWeb() override;

protected:
    void run() override;
    void abort() override;

private:
    const Net::Request m_request;
    Net::Service m_service;
    Net::LaterPtr<Net::HttpJob> m_job;
};

} // namespace Notices
