#include "core/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

bool isIdentifier(QStringView key)
{
    const auto isLetter = [](QChar one) {
        return one == u'_' || (one >= u'a' && one <= u'z') || (one >= u'A' && one <= u'Z');
    };
    const auto isDigit = [](QChar one) { return one >= u'0' && one <= u'9'; };
    return !key.isEmpty() && !isDigit(key.front())
        && std::ranges::all_of(key, [&](QChar one) { return isLetter(one) || isDigit(one); });
}

} // namespace

struct JsonReader::State
{
    struct Fault
    {
        QString path;
        QString detail;
    };

    std::optional<Fault> fault; // the first
    QSet<QString> read; // paths

    void keep(const QString &path, const QString &detail)
    {
        if (!fault)
            fault = Fault{path, detail};
    }
};

JsonReader::JsonReader(std::shared_ptr<State> state, QJsonValue value, QString path)
    : m_state(std::move(state)), m_value(std::move(value)), m_path(std::move(path))
{
}

JsonReader::JsonReader(const QJsonValue &root) : JsonReader(std::make_shared<State>(), root, u"$"_s) { }

JsonReader JsonReader::parse(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        JsonReader root{QJsonValue(QJsonValue::Undefined)};
        root.m_state->keep(root.m_path, error.errorString() + u" at byte %1"_s.arg(error.offset));
        return root;
    }
    return JsonReader(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
}

JsonReader JsonReader::operator[](QLatin1String key) const
{
    const QString path = pathOf(key);
    m_state->read.insert(path);
    if (m_value.isObject())
        return {m_state, m_value.toObject().value(key), path};
    if (!m_value.isNull() && !m_value.isUndefined())
        complain(u"object"_s);
    return {m_state, QJsonValue(QJsonValue::Undefined), path};
}

QString JsonReader::pathOf(const QString &key) const
{
    return m_path + (isIdentifier(key) ? u'.' + key : u"['"_s + key + u"']"_s);
}

bool JsonReader::has(QLatin1String key) const
{
    const QJsonValue member = m_value.toObject().value(key);
    return !member.isUndefined() && !member.isNull();
}

bool JsonReader::isObject() const
{
    return m_value.isObject();
}

QList<JsonReader> JsonReader::items() const
{
    if (!m_value.isArray())
        complain(u"array"_s);
    const QJsonArray array = m_value.toArray();
    QList<JsonReader> items;
    items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        items.append(JsonReader(m_state, array.at(i), u"%1[%2]"_s.arg(m_path).arg(i)));
    return items;
}

QString JsonReader::string() const
{
    if (!m_value.isString())
        complain(u"string"_s);
    return m_value.toString();
}

qint64 JsonReader::integer() const
{
    // Returns the default for anything but a whole number in range.
    const qint64 value = m_value.toInteger(0);
    if (value != m_value.toInteger(1))
        complain(u"integer"_s);
    return value;
}

bool JsonReader::boolean() const
{
    if (!m_value.isBool())
        complain(u"boolean"_s);
    return m_value.toBool();
}

QString JsonReader::string(const QString &fallback) const
{
    return m_value.isUndefined() || m_value.isNull() ? fallback : string();
}

qint64 JsonReader::integer(qint64 fallback) const
{
    return m_value.isUndefined() || m_value.isNull() ? fallback : integer();
}

bool JsonReader::boolean(bool fallback) const
{
    return m_value.isUndefined() || m_value.isNull() ? fallback : boolean();
}

QString JsonReader::lenientString() const
{
    if (m_value.isBool())
        return m_value.toBool() ? u"true"_s : u"false"_s;
    if (!m_value.isDouble())
        return m_value.toString();
    // Keeps all digits of whole numbers; for others it returns the default.
    const qint64 whole = m_value.toInteger(0);
    return whole == m_value.toInteger(1) ? QString::number(whole)
                                         : QString::number(m_value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

QJsonObject JsonReader::unread() const
{
    QJsonObject rest = m_value.toObject();
    const QStringList keys = rest.keys();
    for (const QString &key : keys) {
        if (m_state->read.contains(pathOf(key)))
            rest.remove(key);
    }
    return rest;
}

void JsonReader::complain(const QString &expected) const
{
    m_state->keep(m_path, u"expected "_s + expected);
}

Result<void> JsonReader::check(ErrorKind kind) const
{
    if (m_state->fault)
        return fail(kind, m_state->fault->path, m_state->fault->detail);
    return {};
}

} // namespace Core
