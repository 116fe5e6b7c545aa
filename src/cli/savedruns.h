#pragma once

#include "cli/terminal.h"
#include "core/clock.h"
#include "runs/scheduledrun.h"

#include <QElapsedTimer>

namespace Cli {

class SavedData;

// A run of a saved writeback, or one that was to start.
struct SavedRun
{
    QString profileId{};
    QString name{};
    std::optional<Writeback::RunReport> report{}; // none: it was not started
    std::optional<qint64> pendingChanges = 0; // see Runs::RunProgress; only of a check
};

// Runs of saved writebacks without a person: nothing is asked, progress goes to standard error, and Ctrl-C cancels all
// of them. Used once. Borrows its constructor's arguments.
class SavedRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedRuns)

public:
    SavedRuns(SavedData &data, Profiles::SecretStore &secrets, QObject *parent = nullptr);

    enum class AfterFailure { Continue, Stop }; // whether others start once one was not verified
    struct How
    {
        Writeback::Unsettled unsettled = Writeback::Unsettled::Refuse;
        AfterFailure afterFailure = AfterFailure::Continue;
    };
    void run(const QStringList &profileIds, How how); // each once, in this order
    void check(const QString &profileId);
    // As its schedule says: ended() for each run, then scheduledEnded().
    void runDue(const QString &profileId, const QString &fingerprint); // as ScheduledRun::start()

Q_SIGNALS:
    void ended(const Cli::SavedRun &run); // when it has ended; not of one that was not started
    void begun(); // see Runs::ScheduledRun
    void retrying(std::chrono::minutes after); // likewise
    void scheduledEnded(const Runs::ScheduledEnd &end);
    void finished(const QList<Cli::SavedRun> &runs); // all, in order, once; the history has what it will have of them

private:
    void begin(const QStringList &profileIds);
    void end(const QString &profileId, const Writeback::RunReport &report);
    void showProgress(const QString &profileId);
    void finishOnceRecorded();

    SavedData &m_data;
    Profiles::SecretStore &m_secrets;
    Core::SystemClock m_clock;
    Runs::ProfileRuns m_runs;
    std::unique_ptr<Runs::ScheduledRun> m_due;
    QList<SavedRun> m_all;
    How m_how;
    ProgressLine m_progress;
    QElapsedTimer m_shown; // limits how often progress is redrawn
    bool m_isCancelled = false;
    bool m_isOver = false; // all have ended
    bool m_isFinished = false;
};

} // namespace Cli
