#pragma once

#include "writeback/runcontext.h"
#include "writeback/sheetlock.h"
#include "writeback/step.h"

#include <memory>
#include <vector>

namespace Writeback {

// One reconciliation: walks its steps, two side by side where two services can be asked at once, and ends in exactly
// one state. Whatever stops it after a request to write was sent, what was sent is read back first. Owns the context;
// borrows the services and the clock. All on one thread, which is where the signals come.
class Run final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Run)

public:
    Run(RunRequest request, Net::Service &domo, Net::Service &workiva, Core::Clock &clock, QObject *parent = nullptr);
    ~Run() override;

    void start(); // once
    void answer(bool write); // to answerNeeded()
    void stop(); // the user cancels: finished() comes within a second

Q_SIGNALS:
    void stepStarted(Writeback::StepName step);
    void stepProgress(Writeback::StepName step, qint64 done, qint64 total); // see Step::progressChanged()
    void stepFinished(Writeback::StepName step, double seconds, bool well);
    void answerNeeded(const Writeback::ReviewSummary &review);
    void finished(const Writeback::RunReport &report); // exactly once, never from inside start() or stop()

private:
    struct Walking
    {
        std::unique_ptr<Step> step;
        std::chrono::milliseconds began{};
    };

    void nextStage();
    void begin(StepName step);
    [[nodiscard]] std::unique_ptr<Step> makeStep(StepName step);
    void stepEnded(Step *step);
    [[nodiscard]] bool isThereNothingToWrite() const;
    void conclude();
    [[nodiscard]] QString sheetPath() const;
    [[nodiscard]] ReviewSummary reviewSummary() const;
    [[nodiscard]] std::shared_ptr<const Comparison> comparison(); // takes the grids: the run is over

    RunContext m_context;
    SheetLock m_sheetLock;
    size_t m_stage = 0;
    std::vector<Walking> m_walking;
    QList<StepTime> m_times;
    std::optional<Core::Error> m_error;
    std::optional<StepName> m_failedStep;
    bool m_readBack = false; // all that was sent has been read back
    bool m_asDesired = false; // and left nothing to do
};

} // namespace Writeback
