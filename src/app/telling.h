#pragma once

#include "core/latest.h"
#include "notices/teller.h"
#include "runs/profileruns.h"

#include <QObject>

#include <memory>

namespace App {

// Tells people elsewhere, as the command line's `run` does, once the window is open, and after its runs: those that end
// soon after each other are told of together. Reads on a thread of the pool. Borrows its constructor's arguments, and
// is used on their thread.
class Telling final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Telling)

public:
    static constexpr std::chrono::seconds pause{5}; // for which no run has ended

    Telling(const Runs::ProfileRuns &runs, const Profiles::ProfileStore &store, const Runs::DataFolder &folder,
            Profiles::SecretStore &secrets, Core::Clock &clock, const QString &profilesFolder);
    ~Telling() override;

private:
    void readSoon();
    void read();
    void tell(const QList<Notices::Condition> &conditions);

    const Profiles::ProfileStore &m_store;
    const Runs::DataFolder &m_folder;
    Profiles::SecretStore &m_secrets;
    Core::Clock &m_clock;
    const QString m_profilesFolder;
    int m_asked = 0; // how often it was to be read
    Core::Latest<QList<Notices::Condition>> m_reading;
    std::unique_ptr<Notices::Teller> m_teller; // with the proxy of the settings at its beginning
};

} // namespace App
