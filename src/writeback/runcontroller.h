#pragma once

#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/runrequest.h"

#include <QObject>

#include <memory>

namespace Writeback {

// Runs one writeback on a thread of its own, with its own network manager, so that the caller's thread never waits.
// Made, used and destroyed on the caller's thread, where all signals come (queued). The destructor cancels a run under
// way and waits for it: a second at most.
class RunController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunController)

public:
    // Where a run that writes keeps its lock and its journal; the latter is opened on the run's thread. A dry run needs
    // neither; one that is given a journal follows what earlier runs left under way.
    explicit RunController(Bookkeeping books = {}, QObject *parent = nullptr);
    ~RunController() override;

    void start(const RunRequest &request); // one run at a time
    void answer(bool write); // to answerNeeded()
    void cancel(); // finished() comes within a second

    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void stepStarted(Writeback::StepName step);
    void stepProgress(Writeback::StepName step, qint64 done, qint64 total);
    void stepFinished(Writeback::StepName step, double seconds, bool well); // badly: failed or cancelled
    void answerNeeded(const Writeback::ReviewSummary &review);
    void waiting(const Writeback::Waiting &waiting); // For::Nothing when it goes on
    void finished(const Writeback::RunReport &report); // exactly once for each start()

private:
    void end(const RunReport &report);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Writeback
