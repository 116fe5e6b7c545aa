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

// None: nothing is to be handed over.
std::optional<Examined> examined(const Profiles::Profile &profile, const Doctor::Schedules &schedules)
{
    if (!Schedule::handoverOf(profile, schedules.saved))
        return {};
    if (!schedules.installed)
        return broken(Link::Scheduler, schedules.installed.error());
    QList<Schedule::Compared> all = Schedule::compare(schedules.saved, *schedules.installed);
    all.removeIf([&profile](const Schedule::Compared &one) { return one.profileId != profile.id; });
    if (all.isEmpty()) // it is not among those that are saved
        return {};
    for (const Schedule::Compared &one : std::as_const(all)) {
        if (one.state != Schedule::Compared::State::Same)
            return broken(Link::Scheduler, {.kind = Core::ErrorKind::Scheduler, .subject = profile.name, .cause = one});
    }
    return sound(Link::Scheduler, Schedule::name(*schedules.saved.scheduler));
}

} // namespace

Doctor::Doctor(const DataFolder &folder, const Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
               QObject *parent)
    : QObject(parent), m_folder(folder), m_store(store), m_secrets(secrets)
{
}

Doctor::~Doctor() = default;

void Doctor::examine(const Profiles::Profile &profile, const Core::ProxyChoice &proxy,
                     const std::optional<Schedules> &schedules)
{
    m_links = {examined(m_folder)};
    if (schedules)
        m_scheduler = examined(profile, *schedules);
    const Profiles::Account *account = m_store.account(profile.accountId);
    if (!account) {
        const bool isLater = m_store.laterAccount(profile.accountId);
        m_links += broken(Link::Account,
                          {.kind = Core::ErrorKind::NoAccount,
                           .subject = profile.name,
                           .cause = isLater ? Core::Cause(Core::LaterVersion{}) : Core::Cause()});
        m_links += Examined{.link = Link::Secrets};
        QTimer::singleShot(0, this, &Doctor::end);
        return;
    }
    m_links += sound(Link::Account, account->name);
    m_secrets.readBoth(account->id, this,
                       [this, profile, proxy, who = *account](const Core::Result<QString> &domo,
                                                              const Core::Result<QString> &workiva) {
                           const auto logins = loginsWith(who, domo, workiva);
                           if (!logins) {
                               m_links += broken(Link::Secrets, logins.error());
                               return end();
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
        end();
    });
    m_way->start();
}

void Doctor::end()
{
    if (m_scheduler)
        m_links += *m_scheduler;
    Q_EMIT finished();
}

const Examined *firstBroken(const QList<Examined> &links)
{
    const auto first = std::ranges::find(links, State::Broken, &Examined::state);
    return first == links.end() ? nullptr : &*first;
}

} // namespace Runs
