#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Sandbox {

// One request, copied out of Qt's, which is used again for the connection's next.
struct Incoming
{
    QByteArray verb; // HEAD comes as GET
    QStringList path; // its segments, decoded
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString operation; // operationId; empty for what is no part of a contract
    bool failOperation = false; // accept it, and let its operation fail
    bool lateOperation = false; // … and be carried out when it has failed
    bool endlessPages = false; // let its page lead to others without end

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty when missing; names without regard to case
    [[nodiscard]] QString query(const QString &name) const; // empty when missing
    [[nodiscard]] QList<QPair<QString, QString>> queryItems() const; // decoded, in their order
    [[nodiscard]] QHash<QString, QString> form() const; // application/x-www-form-urlencoded
};

struct Reply
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<QPair<QByteArray, QByteArray>> headers{};

    [[nodiscard]] static Reply json(int status, const QJsonValue &value); // an object or an array
};

} // namespace Sandbox
