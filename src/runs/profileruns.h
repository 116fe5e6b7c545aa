#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "runs/datafolder.h"
#include "runs/liveprogress.h"
#include "runs/runprogress.h"
#include "setup/login.h"
#include "writeback/runcontroller.h"

#include <QThreadPool>

#include <map>

namespace Core {
class Clock;
}

namespace Runs {

// All runs of saved profiles in this program, several at a time, one for each profile. Reads the secrets and starts the
// engine on its own thread. Every run is in the history: from its beginning by the engine, and those that end before
// that by this class, on a thread of its own. Two runs on one sheet are the engine's to refuse. What it is made with is
// borrowed.
class ProfileRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileRuns)

public:
    ProfileRuns(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const DataFolder &folder,
                Core::Clock &clock, QObject *parent = nullptr);
    ~ProfileRuns() override; // cancels what is under way, and waits until all is written down

    // Ids by value: who listens to changed() may change what the caller passed. One under way goes on.
    // `unsettled`: what becomes of changes that an earlier run has sent and that cannot be followed.
    void start(QString profileId, Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse);
    void check(QString profileId); // reads and compares, and writes nothing
    void cancel(QString profileId);
    void answer(QString profileId, bool write); // to asked()
    void cancelAll();
    void dismiss(QString profileId); // what is shown of a run that has ended; the history keeps it

    [[nodiscard]] RunProgress progress(const QString &profileId) const; // empty when it has not run in this program
    [[nodiscard]] bool isRunning(const QString &profileId) const;
    [[nodiscard]] int running() const;

Q_SIGNALS:
    void changed(const QString &profileId); // once a second at least, while it runs
    void asked(const QString &profileId); // something would be lost: the run waits for answer()
    void ended(const QString &profileId, const Writeback::RunReport &report);
    void recorded(const QString &profileId); // the history has its end
    void notRecorded(const Core::Error &error); // what ended could not be written into the history

private:
    struct Entry
    {
        RunProgress progress; // without its steps and what it waits for
        std::unique_ptr<LiveProgress> live;
        int number = 0; // of this run; what the keychain answers for an earlier one is of no use
        Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse;
        std::unique_ptr<Writeback::RunController> controller;
    };

    void begin(QString profileId, Writeback::RunKind kind, Writeback::Unsettled unsettled);
    void run(QString profileId, int number, const Core::Result<Setup::Logins> &logins);
    void listen(const QString &profileId, Writeback::RunController *controller);
    void fail(QString profileId, const Core::Error &error);
    void end(QString profileId, const Writeback::RunReport &report);
    void endCheck(Entry &entry);
    void record(const Writeback::JournalEntry &entry, const Writeback::RunReport &report);

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    const DataFolder &m_folder;
    Core::Clock &m_clock;
    std::map<QString, Entry> m_entries;
    int m_started = 0;
    QThreadPool m_recorder; // one at a time, in their order
};

} // namespace Runs
