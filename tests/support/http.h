#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

namespace Support {

// HTTP with Qt alone, for tests that must not trust the product's own: waits for the answer.
using Headers = QList<QPair<QByteArray, QByteArray>>;

struct HttpReply
{
    int status = 0; // 0: none came
    Headers headers{};
    QByteArray body{};

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

[[nodiscard]] HttpReply get(const QUrl &url, const Headers &headers = {});
[[nodiscard]] HttpReply send(const QByteArray &verb, const QUrl &url, const QByteArray &body, const Headers &headers);

} // namespace Support
