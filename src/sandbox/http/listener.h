#pragma once

#include <QTcpServer>

namespace Sandbox {

// Takes the connections. Beside QTcpServer it answers "Expect: 100-continue" (RFC 9110, 10.1.1), which Qt HTTP
// Server 6.4 does not know, so that curl does not hold back a large body for a second; and it sends without Nagle's
// delay.
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
