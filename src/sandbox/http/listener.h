#pragma once

#include <QTcpServer>

namespace Sandbox {

// Accepts connections. Adds to QTcpServer the response to "Expect: 100-continue" (RFC 9110, 10.1.1), which Qt HTTP
// Server 6.4 lacks, so that curl does not delay large bodies by a second; and disables Nagle's algorithm.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    using QTcpServer::QTcpServer;
    ~Listener() override = default;

protected:
    void incomingConnection(qintptr handle) override;
};

} // namespace Sandbox
