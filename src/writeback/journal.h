#pragma once

#include "core/result.h"
#include "writeback/sheetplace.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <memory>

namespace Writeback {

struct RunReport;
struct RunRequest;

// What a run is for. The history keeps the numbers.
enum class RunKind {
    Writeback = 0,
    Check = 1, // it compares, and writes nothing
};

// What a run says of itself before it does anything: who, what, where.
struct JournalEntry
{
    QString profileId{}; // empty: it ran without a saved writeback
    QString profileName{};
    QString account{}; // its name; empty: it ran without a saved one
    QString clientId{}; // Workiva's, as which it writes
    QString dataSetId{};
    SheetPlace sheet{};
    QString region{};
    QString target{}; // spreadsheet, sheet and region for people
    QDateTime started{}; // UTC
    RunKind kind = RunKind::Writeback;

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

[[nodiscard]] JournalEntry entryOf(const RunRequest &request); // of a run that has not begun: without its time

// What JournalEntry::target says: "Filing / Balance / B3:".
[[nodiscard]] QString targetText(const QString &spreadsheet, const QString &sheet, const QString &region);

// A change of a sheet that was sent, and of which the journal knows no end.
struct LeftChange
{
    qint64 id = 0; // the journal's
    QString operationId{}; // Workiva's; empty: it was sent, and no answer told of an operation
    QString range{}; // what it changes, in A1 notation
    QDateTime sent{}; // UTC
    QString profileName{}; // of the run that sent it, and when that began
    QDateTime runStarted{};

    friend bool operator==(const LeftChange &, const LeftChange &) = default;
};

// What a run writes down while it goes, so that whoever comes after it knows what may still happen to the sheet: the
// run before its first request to write, each change before it is sent, its operation when it was accepted, its end,
// and the end of the run. What a call has taken is there for other programs, also after this one is killed. One journal
// is one run's; made, used and destroyed on its thread. Errors are Disk with the path as subject; after one the journal
// can be asked again.
class Journal
{
public:
    enum class ChangeEnd {
        CarriedOut, // the operation completed, or reading back found it in the sheet
        Refused, // and reading back found the sheet as it was, for as long as readings may lag
        Failed, // the operation ended as failed or cancelled
        GivenUp, // waited for as long as it could matter
    };

    Journal() = default;
    virtual ~Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)

    [[nodiscard]] virtual Core::Result<void> begin(const JournalEntry &entry) = 0;
    [[nodiscard]] virtual Core::Result<qint64> sending(const QString &range) = 0; // the change's id
    [[nodiscard]] virtual Core::Result<void> accepted(qint64 change, const QString &operationId) = 0;
    [[nodiscard]] virtual Core::Result<void> ended(qint64 change, ChangeEnd how) = 0; // of any run's change
    [[nodiscard]] virtual Core::Result<void> end(const RunReport &report) = 0;

    // Changes of a sheet that other runs left under way, the oldest first.
    [[nodiscard]] virtual Core::Result<QList<LeftChange>> leftUnderWay(const SheetPlace &sheet) = 0;

    // When a change of the sheet by another run ended last, if that run was not verified after it: until readings have
    // caught up, they may show what was there before. Invalid when there is none.
    [[nodiscard]] virtual Core::Result<QDateTime> lastUnverifiedEnd(const SheetPlace &sheet) = 0;
};

// Where runs keep what others have to see: called on the run's thread.
struct Bookkeeping
{
    std::function<Core::Result<std::unique_ptr<Journal>>()> openJournal;
    QString lockFolder; // there already
};

} // namespace Writeback
