#include "net/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace Net {

struct JsonReader::State
{
    std::optional<Core::Error> error;

    void keep(const QString &path, const QString &detail)
    {
        if (!error)
            error = Core::Error{.kind = Core::ErrorKind::BadReply, .subject = path, .detail = detail};
    }
};

JsonReader::JsonReader(std::shared_ptr<State> state, QJsonValue value, QString path)
    : m_state(std::move(state)), m_value(std::move(value)), m_path(std::move(path))
{
}

JsonReader JsonReader::parse(const QByteArray &body)
{
    auto state = std::make_shared<State>();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    QJsonValue root(QJsonValue::Undefined);
    if (error.error != QJsonParseError::NoError)
        state->keep(u"$"_s, error.errorString() + u" at byte %1"_s.arg(error.offset));
    else if (document.isArray())
        root = document.array();
    else
        root = document.object();
    return {std::move(state), std::move(root), u"$"_s};
}

JsonReader JsonReader::operator[](QLatin1String key) const
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    const QString name(key);
    const QString path = m_path + (plain.match(name).hasMatch() ? u".%1"_s.arg(name) : u"['%1']"_s.arg(name));
    if (m_value.isObject())
        return {m_state, m_value.toObject().value(key), path};
    if (!m_value.isNull() && !m_value.isUndefined())
        complain(u"object"_s);
    return {m_state, QJsonValue(QJsonValue::Undefined), path};
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
    // The default comes back for anything but a whole number that fits.
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

QString JsonReader::string(const QString &otherwise) const
{
    return m_value.isUndefined() || m_value.isNull() ? otherwise : string();
}

qint64 JsonReader::integer(qint64 otherwise) const
{
    return m_value.isUndefined() || m_value.isNull() ? otherwise : integer();
}

bool JsonReader::boolean(bool otherwise) const
{
    return m_value.isUndefined() || m_value.isNull() ? otherwise : boolean();
}

QString JsonReader::lenientString() const
{
    return m_value.toVariant().toString(); // which is empty for arrays and objects
}

void JsonReader::complain(const QString &expected) const
{
    m_state->keep(m_path, u"expected "_s + expected);
}

Core::Result<void> JsonReader::check() const
{
    if (m_state->error)
        return Core::fail(*m_state->error);
    return {};
}

} // namespace Net
