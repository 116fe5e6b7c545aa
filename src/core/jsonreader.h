#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <memory>

namespace Core {

// Reads a small JSON document, a service's reply or a stored file, and names the path of an error ("$.data[3].id:
// expected string") instead of inventing a default. A reader points at a place in the document. The first error of all
// readers of one root is kept, and later reads return defaults: read everything, then call check() once. For bulk
// values there is a streaming parser. Cheap to copy; one thread.
class JsonReader
{
public:
    explicit JsonReader(const QJsonValue &root);
    // Invalid JSON is an error at "$".
    [[nodiscard]] static JsonReader parse(const QByteArray &bytes);

    [[nodiscard]] JsonReader
    operator[](QLatin1String key) const; // a member; missing is Undefined, an error when read as required
    [[nodiscard]] bool has(QLatin1String key) const; // present and not null
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] QList<JsonReader> items() const; // of an array

    [[nodiscard]] QString string() const;
    [[nodiscard]] qint64 integer() const; // a number without a fraction
    [[nodiscard]] bool boolean() const;

    // The same for an optional member: missing or null is the fallback.
    [[nodiscard]] QString string(const QString &fallback) const;
    [[nodiscard]] qint64 integer(qint64 fallback) const;
    [[nodiscard]] bool boolean(bool fallback) const;

    [[nodiscard]] const QJsonValue &value() const { return m_value; } // unconverted, for values with several forms
    // For values whose type does not matter: a text, or a number or boolean converted to text. Empty for anything else.
    // Never an error.
    [[nodiscard]] QString lenientString() const;

    [[nodiscard]] QJsonObject unread() const; // the members of this object that were not accessed with operator[]

    [[nodiscard]] QString path() const { return m_path; }
    void complain(const QString &expected) const; // "expected …" at this place

    // An error of this kind with the path as subject, if any read failed.
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
