#pragma once

#include "cli/exitcode.h"
#include "cli/runoptions.h"
#include "cli/terminal.h"
#include "core/clock.h"
#include "runs/datafolder.h"
#include "runs/waits.h"
#include "writeback/runcontroller.h"

#include <QElapsedTimer>

namespace Cli {

// One run, shown on the terminal or as one JSON document, with the person's answer and Ctrl-C. Signals finished() with
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
    void tellOfHistory() const; // when it is not where it should be
    void showProgress(Writeback::StepName step, qint64 done, qint64 total);
    void showWaiting(); // for what, and how long still
    void askPerson(const Writeback::ReviewSummary &review);
    void show(const Writeback::RunReport &report);
    void lookForInterrupt();

    RunOptions m_options;
    Runs::DataFolder m_folder;
    Writeback::RunController m_controller;
    ProgressLine m_progress;
    QElapsedTimer m_shown; // progress is redrawn only so often
    Core::SystemClock m_clock;
    Runs::Waits m_waits;
    bool m_cancelled = false;
};

} // namespace Cli
