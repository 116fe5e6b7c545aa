#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "runs/batchsummary.h"
#include "runs/datafolder.h"
#include "runs/liveprogress.h"
#include "runs/runprogress.h"
#include "setup/login.h"
#include "writeback/runcontroller.h"

#include <QThreadPool>

#include <map>
#include <vector>

namespace Core {
class Clock;
}

namespace Runs {

// All runs of saved profiles in this program, one for each profile. They queue: several run side by side, but only one
// on a sheet, in the order they were started; the engine refuses a sheet that another program's run uses. A run that
// asks a question keeps its sheet, but not its place among those that run at once: it requests nothing while it waits,
// and unanswered questions must not stop the others. Once answered it continues at once, even beside as many as may.
// Reads the secrets and starts the engine on its own thread. Every run that has left the queue is in the history:
// recorded by the engine from its beginning, or by this class, on a thread of its own, if it ends before that; as one
// of its profile, unless that is only for the session. Borrows its constructor's arguments.
class ProfileRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileRuns)

public:
    ProfileRuns(Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const DataFolder &folder,
                Core::Clock &clock, QObject *parent = nullptr);
    ~ProfileRuns() override; // cancels all runs, and waits until everything is recorded

    static constexpr int defaultMaxAtOnce = 4;
    void setMaxAtOnce(int max); // at least 1; runs under way continue
    // For the runs that start from now on.
    void setProxy(const Core::ProxyChoice &proxy) { m_proxy = proxy; }
    void setPrompt(Writeback::Prompt prompt) { m_prompt = prompt; }

    // IDs are passed by value, because a listener of changed() may modify the caller's variable. A run of the profile
    // that is under way or queued continues. `unsettled`: what to do about an earlier run's change that cannot be
    // followed.
    void start(QString profileId, Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse);
    void
    startAll(QStringList profileIds,
             Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse); // in this
                                                                             // order; batchEnded() once all have ended
    void startDue(QString profileId, const Writeback::Occasion &occasion); // by its schedule
    void check(QString profileId); // compares without writing
    void cancel(QString profileId); // from the queue it is taken at once, and not recorded
    void answer(QString profileId, const Writeback::Decision &answer); // after asked()
    void compareForReview(const QString &profileId); // likewise; reviewReady() follows unless the run has gone on
    // Likewise: that the waiting run's check stops is right. Stored with the profile at once, and passed on to the run
    // with its answer; until then, the question has it. An error: it could not be stored, and is not accepted.
    [[nodiscard]] Core::Result<void> accept(QString profileId, const Sheet::Acceptance &acceptance);
    void cancelAll();
    void dismiss(QString profileId); // the display of a finished run; the history keeps it

    [[nodiscard]] RunProgress progress(const QString &profileId) const; // empty if it has not run in this program
    [[nodiscard]] bool isRunning(const QString &profileId) const; // or is queued
    [[nodiscard]] const History::Program &program() const { return m_folder.program(); } // this one
    [[nodiscard]] int running() const; // the queued ones included
    [[nodiscard]] bool isRecording() const { return m_toRecord > 0; } // recorded() or notRecorded() will follow

Q_SIGNALS:
    void changed(const QString &profileId); // at least once a second while it runs
    void asked(const QString &profileId); // the run waits for answer()
    void reviewReady(const QString &profileId, const Writeback::RunReport &review); // see RunController
    void ended(const QString &profileId, const Writeback::RunReport &report); // not of one taken out of the queue
    void batchStarted(); // by startAll()
    void batchEnded(const Runs::BatchSummary &summary); // of a startAll(); after ended() of its last run
    void recorded(const QString &profileId); // its end is in the history
    void notRecorded(const Core::Error &error); // the end of a run could not be written to the history

private:
    struct Entry
    {
        RunProgress progress; // without its steps and waits
        QByteArray sheet; // its key
        std::unique_ptr<LiveProgress> live; // null while it is queued
        int number = 0; // identifies this run: a keychain response for an earlier one is ignored
        Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse;
        QList<Sheet::Acceptance> accepted; // since the run was asked about
        std::unique_ptr<Writeback::RunController> controller;
    };

    struct Batch
    {
        BatchSummary summary;
        QStringList open; // profiles whose run has not ended
        Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse;
    };

    [[nodiscard]] bool enqueue(const QString &profileId, Writeback::RunKind kind, Writeback::Unsettled unsettled);
    void dequeue(const QString &profileId);
    void renewQueue();
    void describe(Entry &entry, const Profiles::Profile &profile) const;
    [[nodiscard]] bool hasRoom() const;
    [[nodiscard]] QString userOf(const QByteArray &sheet) const;
    void startNext();
    void begin(QString profileId);
    void run(QString profileId, int number, const Core::Result<Setup::Logins> &logins);
    void listen(const QString &profileId, Writeback::RunController *controller);
    void fail(QString profileId, const Core::Error &error);
    void end(QString profileId, const Writeback::RunReport &report);
    void endCheck(Entry &entry);
    [[nodiscard]] const Batch *awaiting(const QString &profileId) const; // null: no batch awaits its run
    void settle(const QString &profileId, Writeback::State state);
    void record(const Writeback::JournalEntry &entry, const Writeback::RunReport &report);

    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    const DataFolder &m_folder;
    Core::Clock &m_clock;
    Core::ProxyChoice m_proxy;
    Writeback::Prompt m_prompt = Writeback::Prompt::BeforeLoss;
    std::map<QString, Entry> m_entries;
    QStringList m_queue; // profile IDs, each with its entry
    std::vector<Batch> m_batches;
    int m_maxAtOnce = defaultMaxAtOnce;
    int m_started = 0;
    int m_toRecord = 0;
    QThreadPool m_recorder; // one task at a time, in order
};

} // namespace Runs
