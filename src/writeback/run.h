#pragma once

#include "net/laterptr.h"
#include "writeback/journal.h"
#include "writeback/runcontext.h"
#include "writeback/sheetlock.h"
#include "writeback/step.h"

#include <memory>
#include <vector>

namespace Writeback {

// One reconciliation: runs the steps of its request, side by side where they use different services, and ends in
// exactly one state. A run that writes holds the sheet's lock and is in the journal from before its first request until
// its end; without either it is refused. A dry run needs neither. If a run is stopped after a write request was sent,
// the region is read back first. Owns the context and the journal; borrows the services and the clock. Everything,
// signals included, is on one thread.
class Run final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Run)

public:
    // `domo`: null unless the source is a DataSet.
    Run(RunRequest request, Bookkeeping books, Net::Service *domo, Net::Service &workiva, Core::Clock &clock,
        QObject *parent = nullptr);
    ~Run() override;

    void start(); // once
    void answer(const Decision &answer); // after answerNeeded()
    void compareForReview(); // likewise; reviewReady() follows

    void stop(); // cancelled by the user: finished() follows within a second

Q_SIGNALS:
    void stepStarted(Writeback::StepName step);
    void stepProgress(Writeback::StepName step, qint64 done, qint64 total); // see Step::progressChanged()
    void stepFinished(Writeback::StepName step, double seconds, bool well);
    void compared(const Writeback::ChangeCounts &changes); // again if the sheet was read again
    void answerNeeded(const Writeback::ReviewSummary &review);
    void reviewReady(const Writeback::RunReport &review); // with the comparison, as that of a dry run
    void waiting(const Writeback::Waiting &waiting); // For::Nothing when it continues
    void finished(const Writeback::RunReport &report); // exactly once, never from inside start() or stop()

private:
    struct RunningStep
    {
        Net::LaterPtr<Step> step;
        std::chrono::milliseconds began{};
        qint64 done = 0;
        qint64 total = 0;
    };

    [[nodiscard]] QList<Net::Service *> services() const; // used by this run
    [[nodiscard]] Core::Result<void> takeLockAndJournal(); // the sheet's lock and the journal
    [[nodiscard]] Core::Result<void> readJournal();
    void readPendingChanges();
    void nextStage();
    void goBackTo(StepName step);
    [[nodiscard]] bool isNeeded(StepName step) const;
    void begin(StepName name);
    [[nodiscard]] std::unique_ptr<Step> makeStep(StepName name);
    void stepEnded(Step *step);
    [[nodiscard]] std::vector<RunningStep>::iterator placeOf(const Step *step);
    void afterStep(StepName name);
    void conclude();
    [[nodiscard]] State state() const;
    [[nodiscard]] qint64 cellsWritten() const;
    [[nodiscard]] QString sheetPath() const;
    [[nodiscard]] ReviewSummary reviewSummary() const;
    [[nodiscard]] std::optional<AppendedRows> appendedRows() const;
    [[nodiscard]] bool leaveFingerprint();
    void leaveValues();
    [[nodiscard]] std::shared_ptr<const Comparison> comparisonOf(Sheet::Grid existing, Sheet::Grid desired,
                                                                 std::optional<MatchedRows> matched) const;

    const Bookkeeping m_books;
    const std::vector<std::vector<StepName>> m_stages; // in order; the steps of a stage run side by side
    RunContext m_context;
    SheetLock m_sheetLock;
    std::unique_ptr<Journal> m_journal;
    size_t m_stage = 0; // index of the next one
    std::vector<RunningStep> m_running;
    QList<StepTime> m_times;
    std::optional<Core::Error> m_error;
    std::optional<StepName> m_failedStep;
};

} // namespace Writeback
