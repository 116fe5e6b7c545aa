#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <optional>

class QProcessEnvironment;
class QUrl;

namespace Net {

// What the environment says about the way to a service, as curl reads it. Qt understands less: no proxy without a
// scheme, no upper or lower case alone, no "*", and no certificates.
//
// Which proxy: that of https_proxy or HTTPS_PROXY for https, of http_proxy (in small letters only) for http, else of
// all_proxy or ALL_PROXY; [SCHEME://][USER:PASSWORD@]HOST[:PORT], where the scheme is http unless it says socks5 or
// socks5h (by which the proxy looks the host up), and the port 1080. None, which is a direct connection, for the hosts
// of no_proxy or NO_PROXY (names that end like one of them, addresses, networks as in 10.0.0.0/8, or "*"), and always
// for this machine: a token does not leave it for nothing. Another scheme, or a text that cannot be understood, is a
// proxy at no address, so that nothing goes past the one that was meant. Nothing: the environment does not say. Pure.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QUrl &url, const QProcessEnvironment &environment);

// Whom to trust: the certificates of SSL_CERT_FILE (PEM) in the place of the system's file, and those of SSL_CERT_DIR
// (files that OpenSSL finds there, named by a hash) in the place of its folder. The two of the system hold the same, so
// that its own are left out only where both are given. What cannot be read holds none.
struct Authorities
{
    QList<QSslCertificate> named;
    bool besidesTheSystems = true;
};

// Nothing: the environment does not say. Reads files.
[[nodiscard]] std::optional<Authorities> authoritiesOf(const QProcessEnvironment &environment);

} // namespace Net
