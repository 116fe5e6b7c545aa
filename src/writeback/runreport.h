#pragma once

#include "core/result.h"
#include "sheet/celltyping.h"
#include "sheet/fit.h"
#include "sheet/grid.h"

#include <QList>
#include <QMetaType>

#include <chrono>
#include <memory>
#include <optional>

namespace Writeback {

enum class StepName {
    SignIn,
    Settle, // follows what earlier runs left under way on the sheet; only where there is something
    Inspect,
    FetchSource,
    ReadTarget,
    Compose,
    Review,
    Recheck, // whether the sheet has changed since it was read
    Write,
    Verify,
};

// How a run ends: in exactly one of these. Green are Verified and NothingToDo alone.
enum class State {
    Verified, // written, read back, every cell as desired
    NothingToDo, // the region held the desired cells already
    Planned, // a dry run that found differences; nothing was written
    Refused, // by a guard or a person; nothing was written
    Failed, // nothing was written
    PartlyWritten, // some of the changes are in the sheet, and it is known that others are not
    Mismatch, // all was written, and what was read back is not as desired
    OutcomeUnknown, // something was sent, and what became of it could not be found out
    Cancelled, // nothing was written
};

// The stable names that receipts and JSON output use, such as "signIn" and "partly written".
[[nodiscard]] QString name(StepName step);
[[nodiscard]] QString name(State state);

// Something that a person should know before writing. Those that refuse end the run.
struct Finding
{
    enum class Kind {
        Overflow, // the data does not fit the region; Fit::alternatives would hold it
        TooManyCells, // that hold something: more than a spreadsheet can
        TooManyRows,
        TooManyColumns,
        CellTooLong, // more than 8,192 characters
        NumberTooPrecise, // a sheet holds numbers as doubles, and would give back another
        SpreadsheetLocked,
        SheetLocked,
        LinkedDataset, // a linked dataset lies over cells that would be written
        InputMode, // the sheet takes values in its input cells only
        FormulasOverwritten,
        UnknownColumnTypes, // count columns whose type is not known, place names them; 0: no type was told at all
        HeaderDiffers, // count column names that the export spells otherwise than the metadata; place is the first
        MoreRowsThanTold, // count rows came, and Domo told fewer (against)
        NotNumbers, // texts in numeric columns, written as text
        RowsFiltered, // the DataSet has row policies: the client may see only part of it
        ClearsMoreThanItWrites, // or the DataSet is empty; count is what would be cleared
        MayComeBackDifferent, // texts and numbers that a sheet may keep in another form
        LockUnknown, // the sheet tells of a lock that this version does not know; place is the word
        EarlierWriteUnsettled, // an earlier run's change may still arrive; the run was told to go on
        OtherSheetNamed, // the region was typed with a sheet's name, place, and the sheet is called otherwise
        UnreadableText, // cells of the region that are no valid text, and so equal to nothing
    };
    static constexpr Kind lastKind = Kind::UnreadableText;

    Kind kind = Kind::Overflow;
    bool refuses = false;
    qint64 count = 1; // cells, rows or columns that it is about
    QString place{}; // the first of them in A1 notation, or the range that is in the way; may be empty
    qint64 against = 0; // the number that count is held against, where there are two
    QString other{}; // what place does not agree with; empty for most kinds

    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] QString name(Finding::Kind kind);
[[nodiscard]] std::optional<Finding::Kind> findingKind(const QString &text); // none: no kind that this version knows

struct ChangeCounts // in cells, see Sheet::Diff
{
    qint64 changed = 0;
    qint64 added = 0;
    qint64 cleared = 0;
    qint64 unchanged = 0;
    qint64 kept = 0;
};

// What the review shows, and what the report repeats.
struct ReviewSummary
{
    QString dataSetName;
    QString spreadsheetName;
    QString sheetPath;
    qint64 sourceRows = 0; // without the row of names
    int sourceColumns = 0;
    Sheet::Fit fit;
    ChangeCounts changes;
    QList<Finding> findings;
};

// What a dry run compared, for showing: both grids at the region's top left. Data that overflows lies outside the
// region in part, and of the sheet nothing there was read. Never changed once it is handed out; any thread.
struct Comparison
{
    Sheet::Region region;
    Sheet::Address anchor; // the place of the grids' (0, 0) in the sheet
    Sheet::Grid existing;
    Sheet::Grid desired;
    QList<Sheet::ColumnType> types; // of the desired columns
};

// A cell that is not as desired, for a person to look at.
struct Difference
{
    // What the two texts or numbers differ in, as far as it explains itself.
    enum class Kind { Other, LineBreaks, OuterBlanks, UnicodeForm, Digits, Formula, TypeOnly };
    // What the table of the sheet says of the cell.
    enum class Cause { None, Locked, Linked };

    QString place; // in A1 notation
    QString wanted; // as in the DataSet, cut to a bound
    QString found;
    Kind kind = Kind::Other;
    Cause cause = Cause::None;

    friend bool operator==(const Difference &, const Difference &) = default;
};

[[nodiscard]] QString name(Difference::Kind kind);
[[nodiscard]] QString name(Difference::Cause cause);

// What a run waits for while nothing moves.
struct Waiting
{
    enum class For {
        Nothing, // it goes on
        Answer, // a service has been silent for `unanswered`
        Retry, // the next attempt, in `next`
        RateLimit, // the service allows the next request in `next`
        EarlierWrite, // an earlier run's change to end
        Reading, // readings to catch up with what was written
    };

    For reason = For::Nothing;
    Core::Service service = Core::Service::None;
    int attempt = 1;
    std::chrono::milliseconds unanswered{0};
    std::chrono::milliseconds next{0};
};

struct StepTime
{
    StepName step = StepName::SignIn;
    double seconds = 0;
};

// What a run did and found, as plain values: the same for the window, the command line and, later on, the receipt.
struct RunReport
{
    State state = State::Failed;
    std::optional<Core::Error> error; // what ended the run, when it did not end well
    std::optional<StepName> failedStep;
    ReviewSummary review; // as far as the run came
    std::shared_ptr<const Comparison> comparison; // of a dry run that came to its review; null otherwise
    QList<StepTime> steps; // those that ran; two that ran side by side overlap
    int requests = 0; // HTTP requests of both services, with their repeats
    qint64 bytesSent = 0; // of request bodies
    qint64 bytesReceived = 0;
    int retries = 0; // of these requests, those that repeated another
    std::chrono::milliseconds waited{0}; // for limits and between repeats
    std::chrono::milliseconds caughtUp{0}; // how long readings differed before they agreed
    qint64 cellsPlanned = 0; // that the run set out to change
    // Of these, in the sheet: as read back; where nothing could be read back, as the service says.
    qint64 cellsWritten = 0;
    qint64 cellsCompared = 0; // with the DataSet, in the last reading of the whole region; 0: there was none
    qint64 cellsWrong = 0; // of these, not as desired
    QList<Difference> differences; // the first of these
    std::optional<Core::Error> notRecorded; // the journal could not be written any more
    QStringList operations; // Workiva's IDs of the operations that wrote, to quote to support
};

} // namespace Writeback

Q_DECLARE_METATYPE(Writeback::StepName)
Q_DECLARE_METATYPE(Writeback::RunReport)
Q_DECLARE_METATYPE(Writeback::Waiting)
Q_DECLARE_METATYPE(Writeback::ReviewSummary)
