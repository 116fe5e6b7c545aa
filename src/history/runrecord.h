#pragma once

#include "core/result.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"

#include <algorithm>
#include <optional>

namespace History {

// The program that a run belongs to, for whoever reads about it later.
struct Program
{
    QString name; // "workiva-writeback-cli"
    QString version;
};

// One recorded run: plain facts, without secrets and cell values, but with the totals of columns. Fields that early
// versions did not record are empty.
struct RunRecord
{
    qint64 id = 0;

    // Recorded before the run does anything
    Writeback::JournalEntry entry{}; // with the names at that time
    QString program{}; // "workiva-writeback-cli", and its version
    QString version{};

    // While it runs
    bool isRunning = false; // it has no end, and its sheet's lock is held
    qint64 changesSent = 0; // requests to change the sheet
    qint64 changesOpen = 0; // of these, those without a known end

    // At its end
    QDateTime ended{}; // UTC; invalid if it has no end
    QString state{}; // Writeback::name(State); empty if it has no end
    std::optional<Core::Error> error{}; // Internal if only a later version knows its kind
    QString range{}; // where the data went, in A1 notation
    qint64 sourceRows = 0;
    int sourceColumns = 0;
    Writeback::DataFacts data{};
    qint64 cellsPlanned = 0;
    qint64 cellsChanged = 0; // of these
    qint64 cellsAdded = 0;
    qint64 cellsCleared = 0;
    std::optional<qint64> cellsUnchanged{}; // none: it did not get as far as comparing, or is of an early version
    qint64 cellsWritten = 0;
    qint64 cellsCompared = 0;
    qint64 cellsWrong = 0;
    qint64 requests = 0;
    qint64 retries = 0;
    std::chrono::milliseconds waited{0};
    std::chrono::milliseconds caughtUp{0};
    QList<Writeback::Finding> findings{}; // of kinds that this version knows
    QList<Writeback::StepTime> steps{}; // likewise, in the order they ended

    // Its counts of changes are known. A run of an early version is recognized by what it planned.
    [[nodiscard]] bool isCompared() const { return cellsUnchanged || cellsPlanned > 0; }

    // Cells of the region were left alone, by its options or because somebody had edited them: the counts are of the
    // others.
    [[nodiscard]] bool leftCells() const
    {
        return Writeback::leavesCells(entry.options)
            || std::ranges::count(findings, Writeback::Finding::Kind::EditsKept, &Writeback::Finding::kind) > 0;
    }

    // Its end was not recorded, mostly because the program or the computer stopped.
    [[nodiscard]] bool isInterrupted() const { return !ended.isValid() && !isRunning; }

    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

} // namespace History
