#include "sandbox/http/tokens.h"

#include "core/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray part(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64);
}

QString issuerOf(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return {};
    return QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], base64))["iss"_L1].toString();
}

} // namespace

Tokens::Tokens(QString issuer, std::chrono::seconds life, const Core::Clock &clock)
    : m_issuer(std::move(issuer)), m_life(life), m_clock(clock)
{
}

QByteArray Tokens::issue(const QStringList &scopes)
{
    const QByteArray head = part({{u"alg"_s, u"none"_s}, {u"typ"_s, u"JWT"_s}});
    const QByteArray payload = part({{u"iss"_s, m_issuer},
                                     {u"exp"_s, m_clock.utcNow().toSecsSinceEpoch() + m_life.count()},
                                     {u"scope"_s, scopes.join(u' ')},
                                     {u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}});
    QByteArray token = head + '.' + payload + '.' + "sandbox"_ba.toBase64(base64);
    m_issued.insert(token, {m_clock.elapsed() + m_life, scopes});
    return token;
}

Tokens::Grant Tokens::check(const QByteArray &authorization) const
{
    const qsizetype space = authorization.indexOf(' ');
    if (space < 0 || authorization.left(space).compare("bearer", Qt::CaseInsensitive) != 0)
        return {Standing::Missing, {}};
    const QByteArray token = authorization.sliced(space + 1).trimmed();
    const auto found = m_issued.constFind(token);
    if (found == m_issued.cend()) {
        const QString issuer = issuerOf(token);
        return {issuer.isEmpty() || issuer == m_issuer ? Standing::Unknown : Standing::Foreign, {}};
    }
    if (m_clock.elapsed() >= found->until)
        return {Standing::Expired, {}};
    return {Standing::Good, found->scopes};
}

} // namespace Sandbox
