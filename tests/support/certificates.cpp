#include "support/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

const QString here = u"IP:127.0.0.1,DNS:localhost"_s;

QStringList newKey(const QString &keyFile)
{
    return {u"-newkey"_s, u"ec"_s,      u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
            u"-nodes"_s,  u"-keyout"_s, keyFile};
}

} // namespace

Certificates::Certificates()
{
    // Only "openssl ca" can create a certificate that has already expired.
    const bool written =
        write(path(u"ca.cnf"_s),
              "[ca]\ndefault_ca=authority\n[authority]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\n"
              "default_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n"
              "[req]\ndistinguished_name=name\n[name]\n")
        && write(path(u"index.txt"_s), {}) && write(path(u"serial"_s), "1000\n");
    m_ready = written
        && openssl(QStringList{u"req"_s, u"-x509"_s, u"-subj"_s, u"/CN=Test authority"_s, u"-days"_s, u"2"_s,
                               u"-addext"_s, u"basicConstraints=critical,CA:TRUE"_s, u"-out"_s, u"authority.crt"_s}
                   + newKey(u"authority.key"_s));
}

Certificates::~Certificates()
{
    trustNobody();
}

QSslConfiguration Certificates::good()
{
    return signedOne(u"good"_s, here, {u"-days"_s, u"2"_s});
}

QSslConfiguration Certificates::selfSigned()
{
    const QString name = u"self"_s;
    openssl(QStringList{u"req"_s, u"-x509"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-days"_s, u"2"_s, u"-addext"_s,
                        u"subjectAltName="_s + here, u"-out"_s, name + u".crt"_s}
            + newKey(name + u".key"_s));
    return load(name);
}

QSslConfiguration Certificates::expired()
{
    return signedOne(u"expired"_s, here, {u"-startdate"_s, u"20200101000000Z"_s, u"-enddate"_s, u"20210101000000Z"_s});
}

QSslConfiguration Certificates::forAnotherName()
{
    return signedOne(u"other"_s, u"DNS:elsewhere.invalid"_s, {u"-days"_s, u"2"_s});
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
    environment.insert(u"OPENSSL_CONF"_s, path(u"ca.cnf"_s));
    process.setProcessEnvironment(environment);
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QSslConfiguration Certificates::signedOne(const QString &name, const QString &alternativeNames,
                                          const QStringList &dates)
{
    openssl(QStringList{u"req"_s, u"-new"_s, u"-subj"_s, u"/CN="_s + name, u"-addext"_s,
                        u"subjectAltName="_s + alternativeNames, u"-out"_s, name + u".csr"_s}
            + newKey(name + u".key"_s));
    openssl(QStringList{u"ca"_s, u"-batch"_s, u"-notext"_s, u"-cert"_s, u"authority.crt"_s, u"-keyfile"_s,
                        u"authority.key"_s, u"-in"_s, name + u".csr"_s, u"-out"_s, name + u".crt"_s}
            + dates);
    return load(name);
}

QSslConfiguration Certificates::load(const QString &name) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QFile key(path(name + u".key"_s));
    if (key.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(path(name + u".crt"_s)));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace Support
