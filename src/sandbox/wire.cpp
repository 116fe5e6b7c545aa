#include "sandbox/wire.h"

namespace Sandbox {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200: return QByteArrayLiteral("OK");
    case 201: return QByteArrayLiteral("Created");
    case 202: return QByteArrayLiteral("Accepted");
    case 204: return QByteArrayLiteral("No Content");
    case 400: return QByteArrayLiteral("Bad Request");
    case 401: return QByteArrayLiteral("Unauthorized");
    case 403: return QByteArrayLiteral("Forbidden");
    case 404: return QByteArrayLiteral("Not Found");
    case 405: return QByteArrayLiteral("Method Not Allowed");
    case 406: return QByteArrayLiteral("Not Acceptable");
    case 409: return QByteArrayLiteral("Conflict");
    case 429: return QByteArrayLiteral("Too Many Requests");
    case 503: return QByteArrayLiteral("Service Unavailable");
    default: return QByteArrayLiteral("Internal Server Error");
    }
}

QByteArray head(const Reply &reply, const QByteArray &framing)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status) + "\r\n" + framing;
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

QByteArray head(const Reply &reply, qsizetype length)
{
    QByteArray framing;
    if (reply.status != 204) {
        framing = "Content-Length: " + QByteArray::number(length) + "\r\n";
        if (length > 0)
            framing += "Content-Type: " + reply.contentType + "\r\n";
    }
    return head(reply, framing);
}

void dropLocation(Reply &reply)
{
    reply.headers.removeIf([](const QPair<QByteArray, QByteArray> &header) { return header.first == "Location"; });
}

} // namespace

void send(QTcpSocket &socket, const Reply &reply, bool headOnly)
{
    // One small packet instead of two; a large body is handed over without being copied.
    constexpr qsizetype small = 64 * 1024;
    const QByteArray text = head(reply, reply.body.size());
    if (headOnly) {
        socket.write(text);
    } else if (reply.body.size() <= small) {
        socket.write(text + reply.body);
    } else {
        socket.write(text);
        socket.write(reply.body);
    }
}

void sendTruncated(QTcpSocket &socket, const Reply &reply)
{
    constexpr qsizetype missing = 100;
    socket.write(head(reply, reply.body.size() + missing));
    socket.write(reply.body.left(reply.body.size() - reply.body.size() / 2));
    socket.disconnectFromHost();
}

void sendChunkedHead(QTcpSocket &socket, const Reply &reply)
{
    Reply begun = reply;
    if (begun.status == 204) // which has no body
        begun.status = 200;
    socket.write(head(begun, "Transfer-Encoding: chunked\r\nContent-Type: " + reply.contentType + "\r\n"));
}

void sendChunk(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

Reply malformed(Reply reply)
{
    if (reply.contentType.startsWith("text/csv"))
        reply.body += "\"never closed";
    else
        reply.body = QByteArrayLiteral("{\"data\": [{\"id\": ");
    dropLocation(reply);
    return reply;
}

Reply notAcceptable()
{
    return {406, QByteArrayLiteral("<!DOCTYPE html><html><body><h1>406 Not Acceptable</h1></body></html>"),
            QByteArrayLiteral("text/html; charset=utf-8")};
}

Reply htmlInstead(Reply reply)
{
    dropLocation(reply);
    reply.contentType = QByteArrayLiteral("text/html; charset=utf-8");
    reply.body = QByteArrayLiteral(
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>");
    return reply;
}

} // namespace Sandbox
