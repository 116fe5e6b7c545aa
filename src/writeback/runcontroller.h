#pragma once

#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/runrequest.h"

#include <QObject>

#include <memory>

namespace Writeback {

// Runs one writeback at a time on a separate thread with its own network manager, so that the caller's thread never
// blocks. Created, used and destroyed on the caller's thread, where all signals arrive (queued). The destructor cancels
// a run and waits for it, at most a second; longer only while another program keeps the journal locked.
class RunController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunController)

public:
    // Where a writing run keeps its lock and journal; the journal is opened on the run's thread. A dry run needs
    // neither; with a journal it follows the pending changes of earlier runs.
    explicit RunController(Bookkeeping books = {}, QObject *parent = nullptr);
    ~RunController() override;

    void start(const RunRequest &request); // one run at a time
    void answer(const Decision &answer); // after answerNeeded()
    void compareForReview(); // likewise, any number of times; reviewReady() follows unless the run has gone on
    void cancel(); // finished() follows within a second

    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void stepStarted(Writeback::StepName step);
    void stepProgress(Writeback::StepName step, qint64 done, qint64 total);
    void stepFinished(Writeback::StepName step, double seconds, bool well); // not well: failed or cancelled
    void compared(const Writeback::ChangeCounts &changes); // again if the sheet was read again
    void answerNeeded(const Writeback::ReviewSummary &review);
    void reviewReady(const Writeback::RunReport &review); // what the waiting run compared, as that of a dry run
    void waiting(const Writeback::Waiting &waiting); // For::Nothing when it continues
    void finished(const Writeback::RunReport &report); // exactly once for each start()

private:
    void end(const RunReport &report);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Writeback
