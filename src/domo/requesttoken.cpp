#include "domo/requesttoken.h"

#include "domo/apirequest.h"
#include "domo/lenientjson.h"
#include "net/jsonreader.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace Domo {

namespace {

// What may stand in a header (RFC 6750, 2.1, and whatever else is visible).
bool isToken(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

// expires_in is recommended, not required (RFC 6749, 5.1). A token whose life is not told is good until it is refused;
// what is told of more than a day is believed for a day.
std::chrono::seconds lifeOf(const QJsonValue &value)
{
    constexpr qint64 day = 24 * 60 * 60;
    return std::chrono::seconds(std::min(lenientCount(value).value_or(0), day));
}

// "data user", also with commas, or as a list.
QStringList scopesOf(const QJsonValue &value)
{
    QStringList scopes;
    if (value.isArray()) {
        for (const QJsonValue &scope : value.toArray())
            scopes += scopesOf(scope);
        return scopes;
    }
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    return lenientText(value).split(between, Qt::SkipEmptyParts);
}

} // namespace

RequestToken::RequestToken(Net::Service &service, Credentials credentials, QObject *parent)
    : Operation(service, {}, parent), m_credentials(std::move(credentials))
{
}

Net::Request RequestToken::request() const
{
    Net::Request request = get({QStringLiteral("oauth"), QStringLiteral("token")},
                               {{QLatin1String("grant_type"), QStringLiteral("client_credentials")},
                                {QLatin1String("scope"), QStringLiteral("data")}});
    const QByteArray client = (m_credentials.clientId + u':' + m_credentials.clientSecret).toUtf8();
    request.headers.append({QByteArrayLiteral("Authorization"), "Basic " + client.toBase64()});
    request.authorized = false;
    return request;
}

Core::Result<Net::Token> RequestToken::readReply(const Net::Response &response)
{
    if (response.head.status != 200)
        return tl::unexpected(Core::Error{.kind = Core::ErrorKind::BadCredentials, .httpStatus = response.head.status});
    const auto json = Net::JsonReader::parse(response.body);
    const auto value = json[QLatin1String("access_token")];
    const QString text = value.string();
    if (!isToken(text))
        value.complain(QStringLiteral("a token"));
    Net::Token token;
    token.value = text.toLatin1();
    token.life = lifeOf(json[QLatin1String("expires_in")].value());
    token.scopes = scopesOf(json[QLatin1String("scope")].value());
    token.customer = lenientText(json[QLatin1String("customer")].value());
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    return token;
}

Core::Error RequestToken::failed(Core::Error error) const
{
    error = Operation::failed(std::move(error));
    const bool byProxy = error.kind == Core::ErrorKind::ProxyRefused;
    if (!byProxy && error.httpStatus > 200 && error.httpStatus < 500 && error.httpStatus != 429)
        error.kind = Core::ErrorKind::BadCredentials;
    return error;
}

} // namespace Domo
