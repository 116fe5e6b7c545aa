#include "net/environment.h"

#include "net/weborigin.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

constexpr quint16 usualPort = 1080; // curl's default for proxies of every kind

QString firstOf(const QProcessEnvironment &environment, std::initializer_list<QString> names)
{
    for (const QString &name : names) {
        if (QString value = environment.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

QString proxyText(const QUrl &url, const QProcessEnvironment &environment)
{
    const QString all = u"all_proxy"_s;
    if (url.scheme() == "https"_L1) {
        const QString https = u"https_proxy"_s;
        return firstOf(environment, {https, https.toUpper(), all, all.toUpper()});
    }
    // Not HTTP_PROXY: in CGI programs, that variable is set from a header of the request.
    return firstOf(environment, {u"http_proxy"_s, all, all.toUpper()});
}

bool isInNetwork(const QHostAddress &address, const QString &network)
{
    const auto subnet = QHostAddress::parseSubnet(network);
    return subnet.second >= 0 && network.contains(u'/') && !address.isNull() && address.isInSubnet(subnet);
}

// Compares with a name without its brackets, trailing dot and port.
bool matches(const QString &host, int port, QString entry)
{
    static const QRegularExpression withPort(uR"(^(\[[^\]]*\]|[^:]*):(\d+)$)"_s);
    if (const auto parts = withPort.match(entry); parts.hasMatch()) {
        if (parts.captured(2).toInt() != port)
            return false;
        entry = parts.captured(1);
    }
    if (entry.startsWith(u'[') && entry.endsWith(u']'))
        entry = entry.mid(1, entry.size() - 2);
    const QHostAddress address(host);
    if (!address.isNull())
        return QHostAddress(entry) == address || isInNetwork(address, entry);
    while (entry.startsWith(u'.') || entry.startsWith("*."_L1))
        entry.remove(0, 1);
    if (entry.endsWith(u'.'))
        entry.chop(1);
    return !entry.isEmpty()
        && (host.compare(entry, Qt::CaseInsensitive) == 0 || host.endsWith(u'.' + entry, Qt::CaseInsensitive));
}

bool goesDirectly(const QUrl &url, const QProcessEnvironment &environment)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    if (isLoopback(url))
        return true;
    const QString no = u"no_proxy"_s;
    const QString list = firstOf(environment, {no, no.toUpper()});
    if (list == "*"_L1)
        return true;
    QString host = url.host();
    if (host.endsWith(u'.'))
        host.chop(1);
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const QStringList entries = list.split(between, Qt::SkipEmptyParts);
    return std::ranges::any_of(entries, [&](const QString &entry) { return matches(host, port, entry); });
}

QNetworkProxy nowhere()
{
    return {QNetworkProxy::HttpProxy, u"0.0.0.0"_s, 1};
}

QNetworkProxy proxyIn(const QString &text)
{
    const bool hasScheme = text.contains("://"_L1);
    const QUrl url(hasScheme ? text : u"http://"_s + text, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        return nowhere();
    QNetworkProxy proxy(QNetworkProxy::HttpProxy, url.host(), quint16(url.port(usualPort)),
                        url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    const QString scheme = url.scheme();
    if (scheme == "socks5"_L1 || scheme == "socks5h"_L1) {
        proxy.setType(QNetworkProxy::Socks5Proxy);
        auto can = proxy.capabilities();
        can.setFlag(QNetworkProxy::HostNameLookupCapability, scheme.endsWith(u'h'));
        proxy.setCapabilities(can);
    } else if (scheme != "http"_L1) {
        return nowhere();
    }
    return proxy;
}

QList<QSslCertificate> certificatesIn(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QSslCertificate::fromDevice(&file) : QList<QSslCertificate>();
}

} // namespace

std::optional<QNetworkProxy> proxyFor(const QUrl &url, const QProcessEnvironment &environment)
{
    if (goesDirectly(url, environment))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString text = proxyText(url, environment);
    return text.isEmpty() ? std::nullopt : std::optional(proxyIn(text));
}

std::optional<QNetworkProxy> proxyFor(const QUrl &url, const Core::ProxyChoice &choice,
                                      const QProcessEnvironment &environment)
{
    switch (choice.use) {
    case Core::ProxyChoice::Use::System: return proxyFor(url, environment);
    case Core::ProxyChoice::Use::None: return QNetworkProxy(QNetworkProxy::NoProxy);
    case Core::ProxyChoice::Use::Manual:
        if (isLoopback(url))
            return QNetworkProxy(QNetworkProxy::NoProxy);
        if (choice.host.isEmpty() || choice.port == 0)
            return nowhere();
        return QNetworkProxy(QNetworkProxy::HttpProxy, choice.host, choice.port);
    }
    Q_UNREACHABLE();
}

std::optional<Authorities> authoritiesOf(const QProcessEnvironment &environment)
{
    const QString file = environment.value(u"SSL_CERT_FILE"_s);
    const QString folders = environment.value(u"SSL_CERT_DIR"_s);
    if (file.isEmpty() && folders.isEmpty())
        return {};
    Authorities all{.named = file.isEmpty() ? QList<QSslCertificate>() : certificatesIn(file),
                    .besidesTheSystems = file.isEmpty() || folders.isEmpty()};
    // In a folder, OpenSSL only finds files named by a hash, mostly links to the files beside them.
    static const QRegularExpression hashed(u"^[0-9a-f]{8}\\.\\d+$"_s);
    QSet<QSslCertificate> seen(all.named.cbegin(), all.named.cend());
    const QStringList parts = folders.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &folder : parts) {
        const QStringList names = QDir(folder).entryList(QDir::Files).filter(hashed);
        for (const QString &name : names) {
            const auto certificates = certificatesIn(QDir(folder).filePath(name));
            for (const QSslCertificate &certificate : certificates) {
                if (!seen.contains(certificate))
                    all.named.append(certificate);
                seen.insert(certificate);
            }
        }
    }
    return all;
}

} // namespace Net
