#include "sandbox/http/wire.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200: return "OK"_ba;
    case 201: return "Created"_ba;
    case 202: return "Accepted"_ba;
    case 204: return "No Content"_ba;
    case 400: return "Bad Request"_ba;
    case 401: return "Unauthorized"_ba;
    case 403: return "Forbidden"_ba;
    case 404: return "Not Found"_ba;
    case 405: return "Method Not Allowed"_ba;
    case 406: return "Not Acceptable"_ba;
    case 409: return "Conflict"_ba;
    case 429: return "Too Many Requests"_ba;
    case 503: return "Service Unavailable"_ba;
    default: return "Internal Server Error"_ba;
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
    // One small packet instead of two; a large body is passed on without copying.
    constexpr qsizetype small = qsizetype(64) * 1024;
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
        reply.body = "{\"data\": [{\"id\": "_ba;
    dropLocation(reply);
    return reply;
}

Reply notAcceptable()
{
    return {406, "<!DOCTYPE html><html><body><h1>406 Not Acceptable</h1></body></html>"_ba,
            "text/html; charset=utf-8"_ba};
}

Reply htmlInstead(Reply reply)
{
    dropLocation(reply);
    reply.contentType = "text/html; charset=utf-8"_ba;
    reply.body = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>"_ba;
    return reply;
}

} // namespace Sandbox
