#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

namespace Support {

// HTTP with Qt only, for tests that must not rely on the product's own: waits for the response.
using Headers = QList<QPair<QByteArray, QByteArray>>;

struct HttpReply
{
    int status = 0; // 0: no response
    Headers headers{};
    QByteArray body{};

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

[[nodiscard]] HttpReply get(const QUrl &url, const Headers &headers = {});
[[nodiscard]] HttpReply send(const QByteArray &verb, const QUrl &url, const QByteArray &body, const Headers &headers);

} // namespace Support
