#include "profiles/fields.h"

using namespace Qt::StringLiterals;

namespace Profiles {

QString Fields::text(const QString &name)
{
    if (!m_json.contains(name))
        complain(name, u"missing"_s);
    return text(name, QString());
}

QString Fields::text(const QString &name, const QString &otherwise)
{
    if (!m_json.contains(name))
        return otherwise;
    const QJsonValue value = m_json.take(name);
    if (!value.isString())
        complain(name, u"expected text"_s);
    return value.toString();
}

QUrl Fields::url(const QString &name)
{
    const QUrl url(text(name, QString()), QUrl::StrictMode);
    if (!url.isValid() && !url.errorString().isEmpty())
        complain(name, url.errorString());
    return url;
}

bool Fields::boolean(const QString &name, bool otherwise)
{
    if (!m_json.contains(name))
        return otherwise;
    const QJsonValue value = m_json.take(name);
    if (!value.isBool())
        complain(name, u"expected true or false"_s);
    return value.toBool();
}

void Fields::complain(const QString &name, const QString &detail)
{
    if (!m_error)
        m_error = Core::Error{.kind = Core::ErrorKind::BadReply, .subject = name, .detail = detail};
}

} // namespace Profiles
