#pragma once

#include "core/proxychoice.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <optional>

class QProcessEnvironment;
class QUrl;

namespace Net {

// The proxy and certificate settings of the environment, interpreted as curl does. Qt supports less: no proxy without a
// scheme, not both upper and lower case, no "*", and no certificates.
//
// Which proxy: for https from https_proxy or HTTPS_PROXY, for http from http_proxy (lower case only), otherwise from
// all_proxy or ALL_PROXY; [SCHEME://][USER:PASSWORD@]HOST[:PORT] with default scheme http, or socks5 or socks5h (the
// proxy resolves the host name), and default port 1080. None, that is a direct connection, for the hosts in no_proxy or
// NO_PROXY (name suffixes, addresses, networks such as 10.0.0.0/8, or "*"), and always for this computer: a token must
// not leave it needlessly. Any other scheme, or an invalid value, is a proxy without an address, so that no traffic
// bypasses the intended one. No value: the environment does not specify it. Pure.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QUrl &url, const QProcessEnvironment &environment);

// The same, where the user may have chosen otherwise. A manual proxy is not used for this computer, and without a host
// or port it has no address.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QUrl &url, const Core::ProxyChoice &choice,
                                                    const QProcessEnvironment &environment);

// Which certificates to trust: those in SSL_CERT_FILE (PEM) instead of the system's file, and those in SSL_CERT_DIR
// (files named by a hash, as OpenSSL finds them) instead of its folder. The system's file and folder have the same
// content, so the system's certificates are left out only if both are set. Unreadable files contain none.
struct Authorities
{
    QList<QSslCertificate> named;
    bool besidesTheSystems = true;
};

// No value: the environment does not specify it. Reads files.
[[nodiscard]] std::optional<Authorities> authoritiesOf(const QProcessEnvironment &environment);

} // namespace Net
