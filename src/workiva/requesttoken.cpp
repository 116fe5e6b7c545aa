#include "workiva/requesttoken.h"

#include "net/jsonreader.h"
#include "workiva/apirequest.h"

#include <algorithm>

namespace Workiva {

namespace {

QByteArray formValue(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

// What may stand in a header as a bearer token (RFC 6750, 2.1, and whatever else is visible).
bool isToken(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

RequestToken::RequestToken(Net::Service &service, Credentials credentials, std::shared_ptr<TokenAddress> known,
                           QObject *parent)
    : Operation(service, parent)
    , m_credentials(std::move(credentials))
    , m_known(std::move(known))
    , m_addresses{TokenAddress::Current, TokenAddress::OlderWithoutVersion, TokenAddress::Older}
{
    if (m_known && m_addresses.removeOne(*m_known))
        m_addresses.prepend(*m_known);
}

Net::Request RequestToken::request() const
{
    Net::Request request;
    request.verb = QByteArrayLiteral("POST");
    const TokenAddress address = m_addresses.first();
    if (address == TokenAddress::Current)
        request.url = apiPath({QStringLiteral("oauth2"), QStringLiteral("token")});
    else
        request.url =
            apiPath({QStringLiteral("iam"), QStringLiteral("v1"), QStringLiteral("oauth2"), QStringLiteral("token")});
    if (address == TokenAddress::OlderWithoutVersion)
        request.headers.append({QByteArrayLiteral("X-Version"), QByteArray()}); // null takes it out
    request.body = QByteArrayLiteral("grant_type=client_credentials&client_id=") + formValue(m_credentials.clientId)
        + QByteArrayLiteral("&client_secret=") + formValue(m_credentials.clientSecret);
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    request.authorized = false;
    return request;
}

void RequestToken::answered(const Core::Result<Net::Response> &response)
{
    const bool isNowhere = !response && (response.error().httpStatus == 404 || response.error().httpStatus == 405);
    if (isNowhere && !m_notFound)
        m_notFound = response.error();
    if (isNowhere && m_addresses.size() > 1) {
        m_addresses.removeFirst();
        ask(request());
        return;
    }
    if (m_known && response)
        *m_known = m_addresses.first();
    if (isNowhere)
        Operation::answered(tl::unexpected(*m_notFound));
    else
        Operation::answered(response);
}

Core::Result<Net::Token> RequestToken::read(const Net::Response &response)
{
    const auto json = Net::JsonReader::parse(response.body);
    const auto value = json[QLatin1String("access_token")];
    const QString text = value.string();
    if (!isToken(text))
        value.complain(QStringLiteral("a token"));
    const auto life = json[QLatin1String("expires_in")];
    Net::Token token;
    token.value = text.toLatin1();
    token.life = std::chrono::seconds(life.integer());
    if (token.life.count() <= 0)
        life.complain(QStringLiteral("seconds"));
    token.scopes = json[QLatin1String("scope")].string(QString()).split(u' ', Qt::SkipEmptyParts);
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    return token;
}

Core::Error RequestToken::failed(Core::Error error) const
{
    if (error.httpStatus == 405)
        error.kind = Core::ErrorKind::NotFound; // a host that knows no sign-in here is not Workiva's
    if (error.httpStatus != 400 && error.httpStatus != 401)
        return error;
    const bool refusesScope = error.detail.startsWith(QLatin1String("invalid_scope"));
    error.kind = refusesScope ? Core::ErrorKind::MissingScope : Core::ErrorKind::BadCredentials;
    return error;
}

QStringList missingScopes(const Net::Token &token, const QStringList &needed)
{
    QStringList missing;
    if (token.scopes.isEmpty())
        return missing;
    for (const QString &scope : needed) {
        if (!token.scopes.contains(scope))
            missing.append(scope);
    }
    return missing;
}

} // namespace Workiva
