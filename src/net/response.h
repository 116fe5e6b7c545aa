#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace Net {

struct ResponseHead
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers{};

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty if missing; the name is not case-sensitive
};

struct Response
{
    ResponseHead head{};
    QByteArray body{}; // empty if a sink received it
};

} // namespace Net
