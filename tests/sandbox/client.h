#pragma once

#include "support/http.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

namespace Support {

// A client that does exactly what it is told, over a separate socket: Qt's HTTP client would repeat a request if the
// connection is lost. Waits in the event loop, so that a server on the same thread can respond.
struct RawReply
{
    int status = 0; // 0: the connection ended without a response
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonValue json() const;
    [[nodiscard]] bool isWhole() const; // as long as its Content-Length
};

[[nodiscard]] RawReply ask(quint16 port, const QByteArray &verb, const QByteArray &path, const Headers &headers = {},
                           const QByteArray &body = {});

} // namespace Support
