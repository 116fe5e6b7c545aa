#include "support/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace Support {

namespace {

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

const QString here = QStringLiteral("IP:127.0.0.1,DNS:localhost");

QStringList newKey(const QString &keyFile)
{
    return {QStringLiteral("-newkey"),
            QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:prime256v1"),
            QStringLiteral("-nodes"),
            QStringLiteral("-keyout"),
            keyFile};
}

} // namespace

Certificates::Certificates()
{
    // Only "openssl ca" makes a certificate that is over already.
    const bool written =
        write(path(QStringLiteral("ca.cnf")),
              "[ca]\ndefault_ca=authority\n[authority]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\n"
              "default_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n"
              "[req]\ndistinguished_name=name\n[name]\n")
        && write(path(QStringLiteral("index.txt")), {}) && write(path(QStringLiteral("serial")), "1000\n");
    m_ready = written
        && openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-subj"),
                               QStringLiteral("/CN=Test authority"), QStringLiteral("-days"), QStringLiteral("2"),
                               QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:TRUE"),
                               QStringLiteral("-out"), QStringLiteral("authority.crt")}
                   + newKey(QStringLiteral("authority.key")));
}

Certificates::~Certificates()
{
    trustNobody();
}

QSslConfiguration Certificates::good()
{
    return signedOne(QStringLiteral("good"), here, {QStringLiteral("-days"), QStringLiteral("2")});
}

QSslConfiguration Certificates::selfSigned()
{
    const QString name = QStringLiteral("self");
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-days"), QStringLiteral("2"),
                        QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + here, QStringLiteral("-out"),
                        name + QStringLiteral(".crt")}
            + newKey(name + QStringLiteral(".key")));
    return load(name);
}

QSslConfiguration Certificates::expired()
{
    return signedOne(QStringLiteral("expired"), here,
                     {QStringLiteral("-startdate"), QStringLiteral("20200101000000Z"), QStringLiteral("-enddate"),
                      QStringLiteral("20210101000000Z")});
}

QSslConfiguration Certificates::forAnotherName()
{
    return signedOne(QStringLiteral("other"), QStringLiteral("DNS:elsewhere.invalid"),
                     {QStringLiteral("-days"), QStringLiteral("2")});
}

void Certificates::trustAuthority()
{
    QSslConfiguration configuration = m_before;
    configuration.addCaCertificates(QSslCertificate::fromPath(authorityFile()));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void Certificates::trustNobody()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

bool Certificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OPENSSL_CONF"), path(QStringLiteral("ca.cnf")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QSslConfiguration Certificates::signedOne(const QString &name, const QString &alternativeNames,
                                          const QStringList &dates)
{
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=") + name, QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=") + alternativeNames, QStringLiteral("-out"),
                        name + QStringLiteral(".csr")}
            + newKey(name + QStringLiteral(".key")));
    openssl(QStringList{QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
                        QStringLiteral("-cert"), QStringLiteral("authority.crt"), QStringLiteral("-keyfile"),
                        QStringLiteral("authority.key"), QStringLiteral("-in"), name + QStringLiteral(".csr"),
                        QStringLiteral("-out"), name + QStringLiteral(".crt")}
            + dates);
    return load(name);
}

QSslConfiguration Certificates::load(const QString &name) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QFile key(path(name + QStringLiteral(".key")));
    if (key.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(path(name + QStringLiteral(".crt"))));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace Support
