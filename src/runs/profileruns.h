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
// engine on its own thread. Every run is in the history: recorded by the engine from its beginning, or by this class,
// on a thread of its own, if it ends before that. The engine refuses two runs on one sheet. Borrows its constructor's
// arguments.
class ProfileRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileRuns)

public:
    ProfileRuns(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const DataFolder &folder,
                Core::Clock &clock, QObject *parent = nullptr);
    ~ProfileRuns() override; // cancels all runs, and waits until everything is recorded

    // IDs are passed by value, because a listener of changed() may modify the caller's variable. A run of the profile
    // that is under way continues. `unsettled`: what to do about an earlier run's change that cannot be followed.
    void start(QString profileId, Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse);
    void check(QString profileId); // compares without writing
    void cancel(QString profileId);
    void answer(QString profileId, bool write); // after asked()
    void cancelAll();
    void dismiss(QString profileId); // the display of a finished run; the history keeps it

    [[nodiscard]] RunProgress progress(const QString &profileId) const; // empty if it has not run in this program
    [[nodiscard]] bool isRunning(const QString &profileId) const;
    [[nodiscard]] int running() const;

Q_SIGNALS:
    void changed(const QString &profileId); // at least once a second while it runs
    void asked(const QString &profileId); // something would be lost: the run waits for answer()
    void ended(const QString &profileId, const Writeback::RunReport &report);
    void recorded(const QString &profileId); // its end is in the history
    void notRecorded(const Core::Error &error); // the end of a run could not be written to the history

private:
    struct Entry
    {
        RunProgress progress; // without its steps and waits
        std::unique_ptr<LiveProgress> live;
        int number = 0; // identifies this run: a keychain response for an earlier one is ignored
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
    QThreadPool m_recorder; // one task at a time, in order
};

} // namespace Runs
