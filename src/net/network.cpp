#include "net/network.h"

#include "net/environment.h"

#include <QNetworkProxy>

#include <utility>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

class Proxies final : public QNetworkProxyFactory
{
public:
    Proxies(Core::ProxyChoice choice, const QProcessEnvironment &environment)
        : m_choice(std::move(choice)), m_environment(environment)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (const auto proxy = proxyFor(query.url(), m_choice, m_environment))
            return {*proxy};
        return proxyForQuery(query);
    }

private:
    const Core::ProxyChoice m_choice;
    const QProcessEnvironment m_environment;
};

class Network final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Network)

public:
    Network(Core::ProxyChoice proxy, const QProcessEnvironment &environment)
        : m_proxy(std::move(proxy)), m_environment(environment)
    {
        setProxyFactory(new Proxies(m_proxy, environment));
    }

    [[nodiscard]] const Core::ProxyChoice &proxyChoice() const { return m_proxy; }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        if (request.url().scheme() != "https"_L1)
            return QNetworkAccessManager::createRequest(operation, request, body);
        if (!std::exchange(m_read, true)) // not before they are needed, because reading them takes time
            m_authorities = authoritiesOf(m_environment);
        if (!m_authorities)
            return QNetworkAccessManager::createRequest(operation, request, body);
        QNetworkRequest trusting(request);
        QSslConfiguration tls = request.sslConfiguration();
        if (m_authorities->besidesTheSystems)
            tls.addCaCertificates(m_authorities->named); // the system's are added on demand
        else
            tls.setCaCertificates(m_authorities->named);
        trusting.setSslConfiguration(tls);
        return QNetworkAccessManager::createRequest(operation, trusting, body);
    }

private:
    const Core::ProxyChoice m_proxy;
    const QProcessEnvironment m_environment;
    std::optional<Authorities> m_authorities;
    bool m_read = false; // the authorities
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeNetwork(const Core::ProxyChoice &proxy,
                                                   const QProcessEnvironment &environment)
{
    return std::make_unique<Network>(proxy, environment);
}

std::unique_ptr<QNetworkAccessManager> anotherNetwork(const QNetworkAccessManager &like)
{
    if (const auto *network = qobject_cast<const Network *>(&like))
        return makeNetwork(network->proxyChoice(), network->environment());
    auto another = std::make_unique<QNetworkAccessManager>();
    another->setProxy(like.proxy());
    return another;
}

QNetworkProxy proxyOf(const QNetworkAccessManager &network, const QUrl &url)
{
    const QNetworkProxyQuery query(url);
    if (network.proxyFactory())
        return network.proxyFactory()->queryProxy(query).value(0, QNetworkProxy::NoProxy);
    if (network.proxy().type() != QNetworkProxy::DefaultProxy)
        return network.proxy();
    return QNetworkProxyFactory::proxyForQuery(query).value(0, QNetworkProxy::NoProxy);
}

QStringList proxySecrets(const QNetworkAccessManager &network, const QUrl &url)
{
    // The system's proxy settings are not queried: that may take time, and they contain no passwords.
    const auto *own = qobject_cast<const Network *>(&network);
    const QNetworkProxy proxy =
        own ? proxyFor(url, own->proxyChoice(), own->environment()).value_or(QNetworkProxy::NoProxy) : network.proxy();
    if (proxy.password().isEmpty())
        return {};
    const QString pair = proxy.user() + u':' + proxy.password();
    return {proxy.password(), QString::fromLatin1(pair.toUtf8().toBase64())};
}

} // namespace Net

#include "network.moc"
