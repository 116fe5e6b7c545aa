#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace Support {

using namespace Qt::StringLiterals;

// Certificates for test servers, made by the openssl command when asked for; they are gone with this. An own authority
// signs them, which nobody trusts until a test says so.
class Certificates
{
public:
    Certificates();
    ~Certificates(); // ends the trust
    Q_DISABLE_COPY_MOVE(Certificates)

    [[nodiscard]] bool isReady() const { return m_ready; } // openssl is there and works

    [[nodiscard]] QSslConfiguration good(); // for 127.0.0.1 and localhost
    [[nodiscard]] QSslConfiguration selfSigned(); // for the same, and signed by nobody
    [[nodiscard]] QSslConfiguration expired(); // for the same, and over since 2021
    [[nodiscard]] QSslConfiguration forAnotherName(); // for elsewhere.invalid

    [[nodiscard]] QString authorityFile() const { return path(u"authority.crt"_s); } // PEM
    void trustAuthority(); // from here on every connection of this program trusts what the authority signed
    void trustNobody(); // as it was

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
