#pragma once

#include "writeback/runreport.h"
#include "writeback/stepprogress.h"

#include <QDateTime>

namespace Runs {

// What is known of a run besides its progress, to be copied with its details.
struct RunFacts
{
    QString writeback; // names as they were at its start
    QString account;
    QString clientId; // Workiva's
    QString dataSetId;
    QString spreadsheetId;
    QString sheetId;
    QString region;
    QDateTime started; // UTC
    QDateTime ended; // UTC; invalid while it runs
    QString program; // "workiva-writeback 0.1.0"
};

// A current or finished run, for display. Plain values, a snapshot.
struct RunProgress
{
    using Step = Writeback::StepProgress;

    bool running = false;
    bool cancelling = false;
    bool isCheck = false; // compares without writing
    RunFacts facts;
    QList<Step> steps; // in the order they started; a step can occur twice
    std::optional<Writeback::Waiting> waiting; // while nothing progresses
    std::optional<Writeback::ReviewSummary> question; // while the run waits for answer()
    std::optional<Writeback::RunReport> report; // once it has ended
    qint64 pendingChanges = 0; // after a check: changes of the sheet that may still arrive
};

} // namespace Runs
