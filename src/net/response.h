#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace Net {

struct ResponseHead
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers{};

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty when missing; names without regard to case
};

struct Response
{
    ResponseHead head{};
    QByteArray body{}; // empty when a sink took it
};

} // namespace Net
