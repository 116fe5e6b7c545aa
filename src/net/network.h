#pragma once

#include "core/proxychoice.h"

#include <QNetworkAccessManager>
#include <QProcessEnvironment>
#include <QSslConfiguration>
#include <QStringList>

#include <memory>
#include <optional>

namespace Net {

// Creates a network manager that uses the chosen proxy, and the certificates of the environment (see environment.h),
// otherwise those of the system. Belongs to the thread that creates it.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager>
makeNetwork(const Core::ProxyChoice &proxy = {},
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

// Another one with the same settings and its own connections.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> anotherNetwork(const QNetworkAccessManager &like);

// The proxy for a request to this address; NoProxy if it connects directly.
[[nodiscard]] QNetworkProxy proxyOf(const QNetworkAccessManager &network, const QUrl &url);

// The proxy's password from the environment or the settings: in plain and in transmitted form; empty without one.
[[nodiscard]] QStringList proxySecrets(const QNetworkAccessManager &network, const QUrl &url);

} // namespace Net
