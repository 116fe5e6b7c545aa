#pragma once

#include <QNetworkAccessManager>
#include <QProcessEnvironment>
#include <QSslConfiguration>
#include <QStringList>

#include <memory>
#include <optional>

namespace Net {

// The way to the services: a network manager that uses the proxy and trusts the certificates which the environment
// names (see environment.h), else those of the system. Belongs to the thread that makes it.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager>
makeNetwork(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

// One more like this, without its connections.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> anotherNetwork(const QNetworkAccessManager &like);

// The proxy that a request to this address would go through; NoProxy when it goes directly.
[[nodiscard]] QNetworkProxy proxyOf(const QNetworkAccessManager &network, const QUrl &url);

// The password of the proxy that the environment names, or that was set: alone and as it is sent; none without one.
[[nodiscard]] QStringList proxySecrets(const QNetworkAccessManager &network, const QUrl &url);

} // namespace Net
