#pragma once

#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "runs/datafolder.h"
#include "writeback/runcontroller.h"

#include <QElapsedTimer>
#include <QProcessEnvironment>

namespace Cli {

// What the user typed after `copy`, as text.
struct CopyOptions
{
    QString domoUrl;
    QString workivaUrl;
    QString regionHost; // us, eu or apac; empty when not given
    QString dataSet; // IDs may be whole web addresses
    QString spreadsheet;
    QString sheet;
    QString region;
    QString dataDir; // empty: the user's own
    bool noHeader = false;
    bool dryRun = false;
    bool yes = false;
    bool json = false;
};

// The request that options and environment make together: addresses taken apart, the secrets from DOMO_CLIENT_ID,
// DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET. InvalidInput or InvalidRegion name what is wrong; a
// variable that is missing is BadCredentials.
[[nodiscard]] Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options,
                                                            const QProcessEnvironment &environment);

// `copy`: one run, shown on the terminal or as one JSON document. Signals finished() with the exit code once.
class CopyCommand final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyCommand)

public:
    explicit CopyCommand(CopyOptions options, QObject *parent = nullptr);
    ~CopyCommand() override;

    void start();

Q_SIGNALS:
    void finished(Cli::ExitCode code);

private:
    void tellOfHistory() const; // when it is not where it should be
    void showProgress(Writeback::StepName step, qint64 done, qint64 total);
    void askPerson(const Writeback::ReviewSummary &review);
    void show(const Writeback::RunReport &report);
    void lookForInterrupt();

    CopyOptions m_options;
    Runs::DataFolder m_folder;
    Writeback::RunController m_controller;
    ProgressLine m_progress;
    QElapsedTimer m_shown; // progress is redrawn only so often
    bool m_cancelled = false;
};

} // namespace Cli
