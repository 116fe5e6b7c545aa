#pragma once

#include "writeback/runreport.h"
#include "writeback/stepprogress.h"

#include <QDateTime>

namespace Runs {

// What is known of a run beside how it goes, to be passed on with its details.
struct RunFacts
{
    QString writeback; // names as they were when it began
    QString account;
    QString clientId; // Workiva's
    QString dataSetId;
    QString spreadsheetId;
    QString sheetId;
    QString region;
    QDateTime started; // UTC
    QDateTime ended; // UTC; invalid while it goes
    QString program; // "workiva-writeback 0.1.0"
};

// A run under way or just ended, for showing. Plain values, as of the moment when they were asked for.
struct RunProgress
{
    using Step = Writeback::StepProgress;

    bool running = false;
    bool cancelling = false;
    bool isCheck = false; // it compares, and writes nothing
    RunFacts facts;
    QList<Step> steps; // in the order in which they began; one can come again
    std::optional<Writeback::Waiting> waiting; // for what, while nothing moves
    std::optional<Writeback::ReviewSummary> question; // while the run waits for answer()
    std::optional<Writeback::RunReport> report; // when it has ended
    qint64 underWay = 0; // changes of the sheet that may still arrive, when a check has ended
};

} // namespace Runs
