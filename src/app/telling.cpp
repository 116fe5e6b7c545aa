#include "app/telling.h"

#include "profiles/profilestore.h"
#include "profiles/settings.h"
#include "runs/datafolder.h"
#include "runs/unattended.h"
#include "words/noticetext.h"

#include <QSettings>

namespace App {

Telling::Telling(const Runs::ProfileRuns &runs, const Profiles::ProfileStore &store, const Runs::DataFolder &folder,
                 Profiles::SecretStore &secrets, Core::Clock &clock, const QString &profilesFolder)
    : m_store(store)
    , m_folder(folder)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_profilesFolder(profilesFolder)
    , m_reading([this](const QList<Notices::Condition> &conditions) { tell(conditions); })
{
    connect(&runs, &Runs::ProfileRuns::ended, this, &Telling::read);
    connect(&runs, &Runs::ProfileRuns::recorded, this,
            &Telling::read); // of those that end before they are in the history
}

Telling::~Telling() = default;

void Telling::read()
{
    QList<Profiles::Profile> profiles = m_store.profiles();
    profiles.removeIf([this](const Profiles::Profile &one) { return m_store.isProfileForSession(one.id); });
    m_reading.start([profiles, place = m_folder.historyPlace(), locks = m_folder.books().lockFolder,
                     version = m_folder.program().version](const std::stop_token & /*stop*/) {
        const auto history = History::RunHistory::open(place, locks);
        if (!history)
            return std::optional<QList<Notices::Condition>>();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return std::optional(Words::conditionsOf(Runs::unattended(profiles, **history, locks, version, now), now));
    });
}

void Telling::tell(const QList<Notices::Condition> &conditions)
{
    if (!m_teller || m_teller->isIdle()) {
        const History::Program &program = m_folder.program();
        m_teller = std::make_unique<Notices::Teller>(
            Notices::Means{.channelsFolder = Notices::folderIn(m_profilesFolder),
                           .stateFolder = Notices::folderIn(m_folder.path()),
                           .secrets = m_secrets,
                           .clock = m_clock,
                           .wording = Words::noticeWording(program.name, program.version),
                           .proxy = Profiles::settingsIn(QSettings()).proxy});
    }
    m_teller->tell(conditions);
}

} // namespace App
