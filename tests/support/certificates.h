#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace Support {

using namespace Qt::StringLiterals;

// Certificates for test servers, created on demand by the openssl command, and deleted with this object. They are
// signed by an authority that nobody trusts until a test says so.
class Certificates
{
public:
    Certificates();
    ~Certificates(); // restores the trusted authorities
    Q_DISABLE_COPY_MOVE(Certificates)

    [[nodiscard]] bool isReady() const { return m_ready; } // openssl is available and works

    [[nodiscard]] QSslConfiguration good(); // for 127.0.0.1 and localhost
    [[nodiscard]] QSslConfiguration selfSigned(); // for the same, without an authority
    [[nodiscard]] QSslConfiguration expired(); // for the same, expired in 2021
    [[nodiscard]] QSslConfiguration forAnotherName(); // for elsewhere.invalid

    [[nodiscard]] QString authorityFile() const { return path(u"authority.crt"_s); } // PEM
    void trustAuthority(); // from now on every connection of this program trusts this authority
    void trustNobody(); // restores the initial state

private:
    bool openssl(const QStringList &arguments);
    QSslConfiguration signedOne(const QString &name, const QString &alternativeNames, const QStringList &dates);
    QSslConfiguration load(const QString &name) const;
    [[nodiscard]] QString path(const QString &file) const { return m_dir.filePath(file); }

    QTemporaryDir m_dir;
    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
    bool m_ready = false;
};

} // namespace Support
