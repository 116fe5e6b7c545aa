#pragma once

#include "core/result.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"

#include <optional>

namespace History {

// Which program a run belongs to, for whoever reads of it later.
struct Program
{
    QString name; // "workiva-writeback-cli"
    QString version;
};

// One run as it is remembered: plain facts, no data and no secret. What the first versions did not write down is empty.
struct RunRecord
{
    qint64 id = 0;

    // Noted before the run did anything
    Writeback::JournalEntry entry{}; // with the names of then
    QString program{}; // "workiva-writeback-cli", and its version
    QString version{};

    // While it went
    bool isRunning = false; // no end is noted, and its sheet's lock is held
    qint64 changesSent = 0; // requests to change the sheet
    qint64 changesOpen = 0; // of these, those of whose end nothing is known

    // At its end
    QDateTime ended{}; // UTC; invalid when no end is noted
    QString state{}; // Writeback::name(State); empty when no end is noted
    std::optional<Core::Error> error{}; // Internal when only a later version knows its kind
    QString range{}; // where the data went, in A1 notation
    qint64 sourceRows = 0;
    int sourceColumns = 0;
    qint64 cellsPlanned = 0;
    qint64 cellsChanged = 0; // of these
    qint64 cellsAdded = 0;
    qint64 cellsCleared = 0;
    qint64 cellsWritten = 0;
    qint64 cellsCompared = 0;
    qint64 cellsWrong = 0;
    qint64 requests = 0;
    qint64 retries = 0;
    std::chrono::milliseconds waited{0};
    std::chrono::milliseconds caughtUp{0};
    QList<Writeback::Finding> findings{}; // of kinds that this version knows

    // It was killed, or its machine was: nobody noted how it ended.
    [[nodiscard]] bool isInterrupted() const { return !ended.isValid() && !isRunning; }

    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

} // namespace History
