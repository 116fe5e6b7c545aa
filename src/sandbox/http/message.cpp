#include "sandbox/http/message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Sandbox {

namespace {

// application/x-www-form-urlencoded, which queries use too.
QList<QPair<QString, QString>> pairsOf(const QByteArray &text)
{
    QList<QPair<QString, QString>> pairs;
    const auto decoded = [](QByteArray part) { return QUrl::fromPercentEncoding(part.replace('+', ' ')); };
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        pairs.append({decoded(pair.left(equals)), equals < 0 ? QString() : decoded(pair.sliced(equals + 1))});
    }
    return pairs;
}

} // namespace

QByteArray Incoming::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QList<QPair<QString, QString>> Incoming::queryItems() const
{
    return pairsOf(url.query(QUrl::FullyEncoded).toLatin1());
}

QString Incoming::query(const QString &name) const
{
    for (const auto &[key, value] : queryItems()) {
        if (key == name)
            return value;
    }
    return {};
}

QHash<QString, QString> Incoming::form() const
{
    QHash<QString, QString> fields;
    for (const auto &[key, value] : pairsOf(body))
        fields.insert(key, value);
    return fields;
}

Reply Reply::json(int status, const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return {status, document.toJson(QJsonDocument::Compact)};
}

} // namespace Sandbox
