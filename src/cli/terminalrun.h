#pragma once

#include "cli/exitcode.h"
#include "cli/runoptions.h"
#include "cli/terminal.h"
#include "core/clock.h"
#include "review/totals.h"
#include "runs/datafolder.h"
#include "runs/waits.h"
#include "writeback/runcontroller.h"

#include <QElapsedTimer>

namespace Cli {

// One run, displayed on the terminal or as one JSON document, with the user's answer and Ctrl-C. Emits finished() with
// the exit code once.
class TerminalRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalRun)

public:
    explicit TerminalRun(RunOptions options, QObject *parent = nullptr);
    ~TerminalRun() override;

    void start(const Core::Result<Writeback::RunRequest> &request); // an error is reported as the run's

Q_SIGNALS:
    void finished(Cli::ExitCode code);

private:
    void showProgress(Writeback::StepName step, qint64 done, qint64 total);
    void showWaiting(); // what the run waits for, and how long
    void promptUser(const Writeback::ReviewSummary &review);
    void show(const Writeback::RunReport &report);
    // The code if the files asked for could not be written, or an interrupt stopped them; says which was not written.
    [[nodiscard]] ExitCode writeFiles(ExitCode code, const Writeback::RunReport &report,
                                      const std::vector<Review::ColumnTotals> &totals);
    void checkForInterrupt();

    RunOptions m_options;
    Runs::DataFolder m_folder;
    Writeback::RunController m_controller;
    ProgressLine m_progress;
    QElapsedTimer m_shown; // limits how often progress is redrawn
    Core::SystemClock m_clock;
    Runs::Waits m_waits;
    bool m_cancelled = false;
};

} // namespace Cli
