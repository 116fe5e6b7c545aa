#include "sandbox/http/listener.h"

#include <QTcpSocket>

namespace Sandbox {

namespace {

bool waitsForContinue(QTcpSocket &socket)
{
    constexpr qint64 maxHead = qint64(8) * 1024;
    const QByteArray start = socket.peek(maxHead);
    if (!start.startsWith("PUT /") && !start.startsWith("POST /"))
        return false;
    const qsizetype end = start.indexOf("\r\n\r\n");
    return end > 0 && start.left(end).toLower().contains("\r\nexpect: 100-continue");
}

} // namespace

void Listener::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Connected before the HTTP server sees the socket, so the head has not been read yet.
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        if (waitsForContinue(*socket))
            socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    });
    addPendingConnection(socket);
}

} // namespace Sandbox
