#include "runs/doctor.h"

#include "core/laterversion.h"
#include "runs/runrequests.h"

#include <QTimer>

#include <algorithm>

namespace Runs {

using Setup::Examined;
using Setup::Link;
using State = Examined::State;

namespace {

Examined sound(Link link, const QString &detail)
{
    return {.link = link, .state = State::Sound, .detail = detail};
}

Examined broken(Link link, Core::Error error)
{
    return {.link = link, .state = State::Broken, .error = std::move(error)};
}

Examined examined(const DataFolder &folder)
{
    if (folder.keeping() == DataFolder::Keeping::Persistent)
        return sound(Link::DataFolder, folder.path());
    return broken(Link::DataFolder, folder.fault().value_or(Core::Error{.kind = Core::ErrorKind::Disk}));
}

} // namespace

Doctor::Doctor(const DataFolder &folder, const Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
               QObject *parent)
    : QObject(parent), m_folder(folder), m_store(store), m_secrets(secrets)
{
}

Doctor::~Doctor() = default;

void Doctor::examine(const Profiles::Profile &profile, const Core::ProxyChoice &proxy)
{
    m_links = {examined(m_folder)};
    const Profiles::Account *account = m_store.account(profile.accountId);
    if (!account) {
        const bool isLater = m_store.laterAccount(profile.accountId);
        m_links += broken(Link::Account,
                          {.kind = Core::ErrorKind::NoAccount,
                           .subject = profile.name,
                           .cause = isLater ? Core::Cause(Core::LaterVersion{}) : Core::Cause()});
        m_links += Examined{.link = Link::Secrets};
        QTimer::singleShot(0, this, &Doctor::finished);
        return;
    }
    m_links += sound(Link::Account, account->name);
    m_secrets.readBoth(account->id, this,
                       [this, profile, proxy, who = *account](const Core::Result<QString> &domo,
                                                              const Core::Result<QString> &workiva) {
                           const auto logins = loginsWith(who, domo, workiva);
                           if (!logins) {
                               m_links += broken(Link::Secrets, logins.error());
                               Q_EMIT finished();
                               return;
                           }
                           m_links += sound(Link::Secrets, {});
                           examineWay(profile, proxy, *logins);
                       });
}

void Doctor::examineWay(const Profiles::Profile &profile, const Core::ProxyChoice &proxy, const Setup::Logins &logins)
{
    const Setup::Diagnosis::Target target{profile.dataSetId, {profile.spreadsheetId, profile.sheetId}};
    m_way = std::make_unique<Setup::Diagnosis>(logins, proxy, target);
    connect(m_way.get(), &Setup::Diagnosis::finished, this, [this] {
        m_links += m_way->links();
        Q_EMIT finished();
    });
    m_way->start();
}

const Examined *firstBroken(const QList<Examined> &links)
{
    const auto first = std::ranges::find(links, State::Broken, &Examined::state);
    return first == links.end() ? nullptr : &*first;
}

} // namespace Runs
