#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <memory>

namespace Core {

// Reads a small JSON document, a service's reply or a stored file, and names the place that is wrong ("$.data[3].id:
// expected string") instead of inventing a default. A reader is a place in the document; the first error that any
// reader made from one root meets is kept, and everything read after it is a default: read all, then check() once. For
// bulk values there is a streaming parser. Copies are cheap; one thread.
class JsonReader
{
public:
    explicit JsonReader(const QJsonValue &root);
    // Bytes that are no JSON are an error at "$".
    [[nodiscard]] static JsonReader parse(const QByteArray &bytes);

    [[nodiscard]] JsonReader
    operator[](QLatin1String key) const; // a member; missing is Undefined, an error when read as required
    [[nodiscard]] bool has(QLatin1String key) const; // there, and not null
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] QList<JsonReader> items() const; // of an array

    [[nodiscard]] QString string() const;
    [[nodiscard]] qint64 integer() const; // a number without a fraction
    [[nodiscard]] bool boolean() const;

    // The same for a member that may be missing or null.
    [[nodiscard]] QString string(const QString &fallback) const;
    [[nodiscard]] qint64 integer(qint64 fallback) const;
    [[nodiscard]] bool boolean(bool fallback) const;

    [[nodiscard]] const QJsonValue &value() const { return m_value; } // as it is, for what may have several forms
    // For what decides nothing by its type: a text, or the digits of a number and the name of a boolean in its place.
    // Empty for anything else. Never complains.
    [[nodiscard]] QString lenientString() const;

    [[nodiscard]] QJsonObject unread() const; // the members here that nobody has asked for by operator[]

    [[nodiscard]] QString path() const { return m_path; }
    void complain(const QString &expected) const; // "expected …" at this place

    // An error of this kind with the path as subject, if any read went wrong.
    [[nodiscard]] Result<void> check(ErrorKind kind = ErrorKind::BadReply) const;

private:
    struct State;
    JsonReader(std::shared_ptr<State> state, QJsonValue value, QString path);
    [[nodiscard]] QString pathOf(const QString &key) const; // of a member

    std::shared_ptr<State> m_state;
    QJsonValue m_value;
    QString m_path;
};

} // namespace Core
