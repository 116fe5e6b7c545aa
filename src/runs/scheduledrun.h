#pragma once

#include "core/filelock.h"
#include "runs/profileruns.h"
#include "runs/turn.h"
#include "setup/catalogue.h"

namespace Runs {

// The lock of a scheduled run. A scheduler's start that does not get it does nothing; so it is also held while a
// schedule is handed over, because some schedulers start at once what the new schedule has missed.
[[nodiscard]] QString turnLockOf(const QString &profileId, const QString &lockFolder);

// What became of a start by a scheduler.
struct ScheduledEnd
{
    enum class Kind {
        Elsewhere, // another program has the turn
        NotScheduled, // the writeback runs manually, or is in the archive
        NotDue,
        Noted, // nothing was run; the last note says why
        Run,
    };

    Kind kind = Kind::NotDue;
    bool isOtherSchedule = false; // the scheduler has another schedule than the saved one, which decided
    Writeback::Occasion first{}; // of the runs; a later attempt if an earlier one was interrupted
    SinceVerified sinceVerified{}; // before them
    QList<History::ScheduleNote> notes{}; // ascending
    QList<Writeback::RunReport> reports{}; // of the runs: the first one and its retries
    std::optional<Core::Error>
        error{}; // why it could not be decided or noted; nothing was run, unless there are reports
};

// A start by a scheduler: decides whether the writeback is due, runs it, and runs it again if that can help. Times of
// its schedule that pass without a run are noted in the history. One at a time for a writeback, in all programs. Used
// once; borrows its constructor's arguments.
class ScheduledRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduledRun)

public:
    ScheduledRun(ProfileRuns &runs, Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                 const DataFolder &folder, Core::Clock &clock, QObject *parent = nullptr);
    ~ScheduledRun() override;

    // A profile of the store, and the fingerprint of the schedule that the scheduler has, see Schedule::fingerprint().
    void start(const QString &profileId, const QString &fingerprint, const Core::ProxyChoice &proxy = {});
    void cancel(); // also while it waits for a retry

Q_SIGNALS:
    void begun(); // its first run; the retries belong to it
    void retrying(std::chrono::minutes after); // the run that has just ended, once they have passed
    void finished(const Runs::ScheduledEnd &end); // once, from the event loop

private:
    void decide();
    [[nodiscard]] Core::Result<void> noteThatItIsOutOfForce(const QDateTime &from); // once
    void waitForItsPlace(); // see Schedule::spreadOf()
    void begin();
    void lookForNewData(const History::RunRecord &verified);
    void run();
    void handle(const Writeback::RunReport &report);
    [[nodiscard]] Core::Result<void> note(const QList<History::ScheduleNote> &notes);
    [[nodiscard]] Core::Result<void> enter(const QList<History::ScheduleNote> &notes) const; // without telling of them
    void finish(ScheduledEnd::Kind kind);
    void finish(const Core::Error &error);

    ProfileRuns &m_runs;
    Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    const DataFolder &m_folder;
    Core::Clock &m_clock;
    QString m_profileId;
    QString m_fingerprint;
    Core::ProxyChoice m_proxy;
    Profiles::Automatically m_schedule;
    QSet<QDate> m_holidays;
    Core::FileLock m_lock;
    std::unique_ptr<Setup::Catalogue> m_catalogue; // while it looks for new data
    ScheduledEnd m_end;
    bool m_isCancelled = false;
    bool m_isFinished = false;
};

} // namespace Runs
