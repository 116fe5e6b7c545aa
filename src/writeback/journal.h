#pragma once

#include "core/result.h"
#include "writeback/datafacts.h"
#include "writeback/occasion.h"
#include "writeback/sheetplace.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <memory>

namespace Sheet {
struct Shaping;
} // namespace Sheet

namespace Writeback {

struct RunReport;
struct RunRequest;

// What a run is for. The history stores the numbers.
enum class RunKind {
    Writeback = 0,
    Check = 1, // compares without writing
};

// What a run records before it starts: who, what, where.
struct JournalEntry
{
    QString profileId{}; // empty: not a saved writeback
    QString profileName{};
    QString account{}; // its name; empty: not a saved account
    QString clientId{}; // Workiva's, which the run writes as
    QString dataSetId{};
    SheetPlace sheet{};
    QString region{};
    QString options{}; // see optionsText(); empty: recorded by a version that did not record them
    QString target{}; // spreadsheet, sheet and region as text
    QDateTime started{}; // UTC
    RunKind kind = RunKind::Writeback;
    Occasion occasion{};

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

[[nodiscard]] JournalEntry entryOf(const RunRequest &request); // of a run that has not started: without its time

// What decides the cells besides the DataSet: the update method, and the names of the options that are set, as a
// profile has them; of a shaping, the rules of each column; of a query, its SQL and parameters. Names, values and SQL
// are percent-encoded, and separated by "=".
[[nodiscard]] QString optionsText(const RunRequest &request);
[[nodiscard]] QString optionsText(const Sheet::Shaping &shaping); // those of them that are of the shaping

// A run with these options leaves cells of the region alone, and compares only the others.
[[nodiscard]] bool leavesCells(const QString &options);

// What would be different if a writeback ran now. Of several the last one.
enum class Changed { Nothing, Options, DataSet, Target };

// What an earlier version did not record counts as unchanged.
[[nodiscard]] Changed changedSince(const JournalEntry &then, const JournalEntry &now);

// The text of JournalEntry::target: "Filing / Balance / B3:".
[[nodiscard]] QString targetText(const QString &spreadsheet, const QString &sheet, const QString &region);

// A change that was sent and whose end is not in the journal.
struct PendingChange
{
    qint64 id = 0; // in the journal
    QString operationId{}; // Workiva's; empty: no response named an operation
    QString range{}; // in A1 notation
    QDateTime sent{}; // UTC
    QString profileName{}; // of the run that sent it, and its start time
    QDateTime runStarted{};

    friend bool operator==(const PendingChange &, const PendingChange &) = default;
};

// What a verified run left in a region.
struct LeftCells
{
    QByteArray fingerprint; // see Sheet::Fingerprint
    QDateTime ended; // of the run, UTC

    friend bool operator==(const LeftCells &, const LeftCells &) = default;
};

// What a run records, so that later runs know what may still happen to the sheet: the run before its first write
// request, each change before it is sent, its operation once accepted, its end, and the end of the run. When a call
// returns, its data is visible to other programs and survives a crash of this one. One journal belongs to one run; it
// is created, used and destroyed on the run's thread. Errors are Disk with the path as subject; after an error the
// journal can be used again.
class Journal
{
public:
    enum class ChangeEnd {
        CarriedOut, // the operation completed, or a read-back found the change in the sheet
        Refused, // a read-back found the sheet unchanged for the whole read lag
        Failed, // the operation failed or was cancelled
        GivenUp, // not known after the longest time that matters
    };

    Journal() = default;
    virtual ~Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)

    [[nodiscard]] virtual Core::Result<void> begin(const JournalEntry &entry) = 0;
    [[nodiscard]] virtual Core::Result<qint64> sending(const QString &range) = 0; // the ID of the change
    [[nodiscard]] virtual Core::Result<void> accepted(qint64 change, const QString &operationId) = 0;
    [[nodiscard]] virtual Core::Result<void> ended(qint64 change, ChangeEnd how) = 0; // of a change of any run
    [[nodiscard]] virtual Core::Result<void> end(const RunReport &report) = 0;

    // Changes of a sheet sent by other runs that have not ended, the oldest first.
    [[nodiscard]] virtual Core::Result<QList<PendingChange>> pendingChanges(const SheetPlace &sheet) = 0;

    // The last run by others with the DataSet and region of `of` on its sheet after which the sheet held the data,
    // whatever happened later. None: there is none.
    [[nodiscard]] virtual Core::Result<std::optional<VerifiedRun>> lastVerified(const JournalEntry &of) = 0;

    // Of the run's region, verified: replaces what an earlier run left there.
    [[nodiscard]] virtual Core::Result<void> leave(const QByteArray &fingerprint) = 0;
    // What the last verified run of exactly that region left, whatever happened later. None: there is none.
    [[nodiscard]] virtual Core::Result<std::optional<LeftCells>> leftIn(const SheetPlace &sheet,
                                                                        const QString &region) = 0;

    // After leave(): the same cells with their values, see Sheet::PackedGrid.
    [[nodiscard]] virtual Core::Result<void> leaveValues(const QByteArray &packed) = 0;
    // Those of the run that ended then, as leftIn() says. Empty: it left none, or a later run has replaced them.
    [[nodiscard]] virtual Core::Result<QByteArray> leftValues(const SheetPlace &sheet, const QString &region,
                                                              const QDateTime &ended) = 0;

    // When the last change by another run ended, if that run was not verified afterwards: until readings have caught
    // up, they may return older values. Invalid if there is none.
    [[nodiscard]] virtual Core::Result<QDateTime> lastUnverifiedEnd(const SheetPlace &sheet) = 0;
};

// Where runs keep what other runs have to see. Used on the run's thread.
struct Bookkeeping
{
    std::function<Core::Result<std::unique_ptr<Journal>>()> openJournal;
    QString lockFolder; // exists already
};

} // namespace Writeback
