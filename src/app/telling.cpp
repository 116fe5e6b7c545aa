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
    connect(&runs, &Runs::ProfileRuns::ended, this, &Telling::readSoon);
    connect(&runs, &Runs::ProfileRuns::recorded, this, &Telling::readSoon); // ended before it was in the history
    readSoon();
}

Telling::~Telling() = default;

void Telling::readSoon()
{
    m_clock.callAfter(pause, this, [this, number = ++m_asked] {
        if (number == m_asked)
            read();
    });
}

void Telling::read()
{
    if (m_teller && !m_teller->isIdle()) { // what is read now might be outdated when it is told
        connect(m_teller.get(), &Notices::Teller::idle, this, &Telling::readSoon, Qt::UniqueConnection);
        return;
    }
    m_reading.start([watched = Runs::watchedIn(m_store, m_folder)](const std::stop_token & /*stop*/) {
        const auto history = History::RunHistory::openAgain(watched.history, watched.lockFolder);
        if (!history)
            return std::optional<QList<Notices::Condition>>();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return std::optional(Words::conditionsOf(Runs::unattended(watched, **history, now), now));
    });
}

void Telling::tell(const QList<Notices::Condition> &conditions)
{
    const History::Program &program = m_folder.program();
    m_teller =
        std::make_unique<Notices::Teller>(Notices::Means{.channelsFolder = Notices::folderIn(m_profilesFolder),
                                                         .stateFolder = Notices::folderIn(m_folder.path()),
                                                         .secrets = m_secrets,
                                                         .clock = m_clock,
                                                         .wording = Words::noticeWording(program.name, program.version),
                                                         .proxy = Profiles::settingsIn(QSettings()).proxy});
    m_teller->tell(conditions);
}

} // namespace App
