#include "sandbox/client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>

namespace Support {

using namespace Qt::StringLiterals;

QByteArray RawReply::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

QJsonValue RawReply::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

bool RawReply::isWhole() const
{
    return body.size() == header("Content-Length").toLongLong();
}

RawReply ask(quint16 port, const QByteArray &verb, const QByteArray &path, const Headers &headers,
             const QByteArray &body)
{
    QTcpSocket socket;
    QSignalSpy ended(&socket, &QTcpSocket::disconnected);
    socket.connectToHost(u"127.0.0.1"_s, port);
    QByteArray request =
        verb + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(request + "\r\n" + body);
    ended.wait(20'000);

    const QByteArray all = socket.readAll();
    const qsizetype gap = all.indexOf("\r\n\r\n");
    if (gap < 0)
        return {};
    RawReply answer;
    answer.head = all.left(gap);
    answer.body = all.sliced(gap + 4);
    answer.status = answer.head.mid(9, 3).toInt();
    return answer;
}

} // namespace Support
