#pragma once

#include "words/line.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"

#include <QDateTime>

namespace Words {

// A run without progress: what is known of it, from its report or from the history.
struct PastRun
{
    bool isCheck = false; // compared without writing
    bool isElsewhere = false; // another program runs it
    bool hasSent = false; // a change of the sheet; decides what an interrupted run may have left
    QDateTime started{}; // UTC
    QDateTime ended{}; // UTC; invalid: it is under way, or was interrupted
    QString target{}; // spreadsheet, sheet and region
    QString state{}; // Writeback::name(State)
    std::optional<Core::Error> error{};
    bool leavesCells = false; // of the region; the counts are of the others
    QString shaping{}; // see shapingNames(); the cells are not simply the DataSet's
    qint64 cellsToChange = 0;
    qint64 cellsWritten = 0;
    qint64 cellsCompared = 0;
    qint64 cellsWrong = 0;
    std::optional<qint64> pendingChanges = 0; // after a check: changes that may still arrive; none: not known

    [[nodiscard]] bool isDataSet() const { return !leavesCells && shaping.isEmpty(); } // what the cells are to be
    [[nodiscard]] bool isInterrupted() const { return !ended.isValid() && !isElsewhere; }
};

// The answer to "Is it right?", which claims no more than the run has read.
struct Answer
{
    Tone tone = Tone::Note;
    QString heading{}; // "Verified: all 12,010 cells match the DataSet"
    QString body{}; // when, and how it is known

    friend bool operator==(const Answer &, const Answer &) = default;
};

[[nodiscard]] Answer answer(const PastRun &run, const QDateTime &now);
[[nodiscard]] Answer neverRunAnswer();
[[nodiscard]] Answer unknownPastAnswer(); // the history could not be read
// `changed`: what, since its last run.
[[nodiscard]] Answer changedAnswer(const PastRun &last, Writeback::Changed changed, const QDateTime &now);

// Another run has sent changes to the region since; `writeback`: the name of its writeback, or empty.
[[nodiscard]] Answer overwrittenAnswer(const QString &writeback, const QDateTime &sent, const QDateTime &now);

// What an earlier run is still good for, whatever a later one did.
[[nodiscard]] Line lastVerifiedLine(const PastRun &run, const QDateTime &now);
[[nodiscard]] Line leftUnknownLine(const PastRun &run, const QDateTime &now);

[[nodiscard]] Line elsewhereName(); // another program runs it

// For a list of runs: "Verified, 274 written".
[[nodiscard]] Line pastRunLine(const PastRun &run);

} // namespace Words
