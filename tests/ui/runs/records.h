#pragma once

#include "history/runrecord.h"
#include "runs/runprogress.h"

// Runs for the widgets that show them.
namespace Support {

using namespace Qt::StringLiterals;

inline History::RunRecord recordOf(Writeback::State state, const std::optional<Core::Error> &error = {},
                                   const QDateTime &ended = QDateTime::currentDateTimeUtc().addSecs(-60))
{
    History::RunRecord run;
    run.entry.profileId = u"p"_s;
    run.entry.profileName = u"Balance"_s;
    run.entry.account = u"Finance (EU)"_s;
    run.entry.dataSetId = u"7d9f"_s;
    run.entry.sheet = {{}, u"book"_s, u"sheet"_s};
    run.entry.region = u"B3:"_s;
    run.entry.target = u"Filing / Balance / B3:"_s;
    run.entry.started = ended.addSecs(-14);
    run.ended = ended;
    run.state = Writeback::name(state);
    run.error = error;
    run.range = u"B3:K1203"_s;
    run.sourceRows = 1'200;
    run.cellsPlanned = 274;
    run.cellsChanged = 214;
    run.cellsAdded = 36;
    run.cellsCleared = 24;
    run.cellsUnchanged = 11'736;
    run.cellsWritten = 274;
    run.cellsCompared = 12'010;
    run.steps = {{.step = Writeback::StepName::SignIn, .seconds = 1},
                 {.step = Writeback::StepName::Write, .seconds = 2}};
    return run;
}

// It has no end: it is interrupted, unless it is running.
inline History::RunRecord unended(qint64 changesSent)
{
    History::RunRecord run;
    run.entry = recordOf(Writeback::State::Verified).entry;
    run.changesSent = changesSent;
    return run;
}

} // namespace Support
