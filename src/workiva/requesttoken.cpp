#include "workiva/requesttoken.h"

#include "net/replyerror.h"
#include "net/tokenreply.h"
#include "workiva/apirequest.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

QByteArray formValue(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

RequestToken::RequestToken(Net::Service &service, Core::Login login, std::shared_ptr<TokenAddress> known,
                           QObject *parent)
    : Operation(service, {}, parent)
    , m_login(std::move(login))
    , m_known(std::move(known))
    , m_addresses{TokenAddress::Current, TokenAddress::OlderWithoutVersion, TokenAddress::Older}
{
    if (m_known && m_addresses.removeOne(*m_known))
        m_addresses.prepend(*m_known);
}

Net::Request RequestToken::request() const
{
    Net::Request request;
    request.verb = "POST"_ba;
    const TokenAddress address = m_addresses.first();
    if (address == TokenAddress::Current)
        request.url = apiPath({u"oauth2"_s, u"token"_s});
    else
        request.url = apiPath({u"iam"_s, u"v1"_s, u"oauth2"_s, u"token"_s});
    if (address == TokenAddress::OlderWithoutVersion)
        request.headers.append({"X-Version"_ba, QByteArray()}); // a null value removes it
    request.body = "grant_type=client_credentials&client_id="_ba + formValue(m_login.clientId) + "&client_secret="_ba
        + formValue(m_login.secret.text());
    request.contentType = "application/x-www-form-urlencoded"_ba;
    request.authorized = false;
    request.bounds = Net::metadataBounds;
    request.bodyExpected = true;
    return request;
}

void RequestToken::answered(const Core::Result<Net::Response> &response)
{
    const bool isNowhere = !response && (response.error().httpStatus == 404 || response.error().httpStatus == 405);
    if (isNowhere && !m_notFound)
        m_notFound = response.error();
    if (isNowhere && m_addresses.size() > 1) {
        m_addresses.removeFirst();
        send(request());
        return;
    }
    if (m_known && response)
        *m_known = m_addresses.first();
    if (isNowhere)
        Operation::answered(Core::fail(*m_notFound));
    else
        Operation::answered(response);
}

Core::Result<Net::Token> RequestToken::read(const Net::Response &response)
{
    static const QRegularExpression form(u"^[a-z0-9_-]+[:|][a-z0-9_-]+$"_s);
    return Net::readToken(response.body, form, service().redactor());
}

Core::Error RequestToken::failed(Core::Error error) const
{
    if (error.httpStatus == 405)
        error.kind = Core::ErrorKind::NotFound; // a host without a token endpoint here is not Workiva's
    if (error.httpStatus != 400 && error.httpStatus != 401)
        return error;
    const auto *words = error.cause.as<Net::ServiceWords>();
    const bool refusesScope = words && words->code == "invalid_scope"_L1;
    error.kind = refusesScope ? Core::ErrorKind::MissingScope : Core::ErrorKind::BadCredentials;
    return error;
}

} // namespace Workiva
