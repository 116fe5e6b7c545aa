#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Sandbox {

// One request, copied from Qt's, which is reused for the connection's next request.
struct Incoming
{
    QByteArray verb; // HEAD is converted to GET
    QStringList path; // its segments, decoded
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString operation; // operationId; empty if not in a contract
    bool failOperation = false; // accept it, but fail its operation
    bool lateOperation = false; // … and apply it after it has failed
    bool endlessPages = false; // add links to endless further pages

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty if missing; the name is not case-sensitive
    [[nodiscard]] QString query(const QString &name) const; // empty if missing
    [[nodiscard]] QList<QPair<QString, QString>> queryItems() const; // decoded, in order
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
