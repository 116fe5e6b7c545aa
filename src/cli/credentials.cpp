#include "cli/credentials.h"

#include "core/inputfault.h"
#include "core/pasted.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Core::Service;

Core::Failure missing(Service service, const QString &name)
{
    return Core::fail(Core::Error{
        .kind = Core::ErrorKind::BadCredentials, .service = service, .subject = name, .cause = Core::NotGiven{}});
}

QString credentialName(QString variable)
{
    return variable.toLower().replace(u'_', u'-');
}

// Empty if there is none.
Core::Result<QString> valueOf(const QProcessEnvironment &environment, const QString &variable)
{
    constexpr qint64 maxSize = 64'000; // bytes
    const QString value = environment.value(variable);
    const QString folder = environment.value(u"CREDENTIALS_DIRECTORY"_s);
    if (!value.isEmpty() || folder.isEmpty())
        return value;
    QFile file(QDir(folder).filePath(credentialName(variable)));
    if (!file.exists())
        return QString();
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(maxSize) : QByteArray();
    if (file.error() != QFile::NoError)
        return Core::fail(Core::ErrorKind::Disk, file.fileName(), file.errorString());
    return QString::fromUtf8(bytes);
}

Core::Result<std::optional<ClientPair>> pairIn(const QProcessEnvironment &environment, Service service)
{
    ClientPair pair;
    for (const auto &[name, into] :
         {std::pair(idVariable(service), &pair.id), std::pair(secretVariable(service), &pair.secret)}) {
        auto kept = valueOf(environment, name).and_then([&name = name](const QString &value) {
            return Core::pasted({.text = value, .name = name});
        });
        if (!kept) {
            kept.error().service = service;
            return Core::propagate(kept);
        }
        *into = *kept;
    }
    if (pair.id.isEmpty() && pair.secret.isEmpty())
        return std::nullopt;
    if (pair.id.isEmpty() || pair.secret.isEmpty())
        return missing(service, pair.id.isEmpty() ? idVariable(service) : secretVariable(service));
    return pair;
}

Core::Result<void> agree(Service service, const std::optional<ClientPair> &pair, const QString &clientId,
                         const QString &account)
{
    if (!pair || pair->id == Core::trimmed(clientId))
        return {};
    return Core::fail(Core::Error{.kind = Core::ErrorKind::InvalidInput,
                                  .service = service,
                                  .subject = account,
                                  .cause = Core::Contradiction{Core::Contradiction::Of::ClientId, pair->id, clientId}});
}

} // namespace

QString idVariable(Core::Service service)
{
    return service == Service::Domo ? u"DOMO_CLIENT_ID"_s : u"WORKIVA_CLIENT_ID"_s;
}

QString secretVariable(Core::Service service)
{
    return service == Service::Domo ? u"DOMO_CLIENT_SECRET"_s : u"WORKIVA_CLIENT_SECRET"_s;
}

QStringList credentialNames()
{
    QStringList names;
    for (const Service service : {Service::Domo, Service::Workiva})
        names << credentialName(idVariable(service)) << credentialName(secretVariable(service));
    return names;
}

Core::Result<EnvironmentCredentials> credentialsIn(const QProcessEnvironment &environment)
{
    auto domo = pairIn(environment, Service::Domo);
    if (!domo)
        return Core::propagate(domo);
    auto workiva = pairIn(environment, Service::Workiva);
    if (!workiva)
        return Core::propagate(workiva);
    return EnvironmentCredentials{*std::move(domo), *std::move(workiva)};
}

Core::Result<EnvironmentCredentials> allCredentialsIn(const QProcessEnvironment &environment)
{
    auto credentials = credentialsIn(environment);
    if (!credentials)
        return credentials;
    if (!credentials->domo)
        return missing(Service::Domo, idVariable(Service::Domo));
    if (!credentials->workiva)
        return missing(Service::Workiva, idVariable(Service::Workiva));
    return credentials;
}

Core::Result<void> agree(const EnvironmentCredentials &credentials, const Profiles::Account &account)
{
    if (auto domo = agree(Service::Domo, credentials.domo, account.domoClientId, account.name); !domo)
        return domo;
    return agree(Service::Workiva, credentials.workiva, account.workivaClientId, account.name);
}

} // namespace Cli
