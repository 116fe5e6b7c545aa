#pragma once

#include "core/result.h"
#include "sheet/celltyping.h"
#include "sheet/fit.h"
#include "sheet/grid.h"
#include "sheet/guardrules.h"
#include "sheet/keydiff.h"
#include "sheet/placedcells.h"
#include "writeback/datafacts.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

#include <chrono>
#include <memory>
#include <optional>

namespace Writeback {

enum class StepName {
    SignIn,
    Settle, // waits for pending changes of earlier runs; only if there are any
    Inspect,
    FetchSource,
    ReadTarget,
    Compose,
    Review,
    Recheck, // whether the sheet has changed since it was read
    Write,
    Verify,
};
inline constexpr StepName lastStepName = StepName::Verify;

// How a run ends: in exactly one of these. Only Verified and NothingToDo are green.
enum class State {
    Verified, // written, read back, every cell correct
    NothingToDo, // the region already held the desired cells
    Planned, // a dry run that found differences; nothing was written
    Refused, // by a guard or a person; nothing was written
    Failed, // nothing was written
    PartlyWritten, // some of the changes are in the sheet, and others are known not to be
    Mismatch, // everything was written, but what was read back differs
    OutcomeUnknown, // something was sent, and its outcome could not be found out
    Cancelled, // nothing was written
};
inline constexpr State lastState = State::Cancelled;

// The stable names used in receipts and JSON, such as "signIn" and "partly written".
[[nodiscard]] QString name(StepName step);
[[nodiscard]] QString name(State state);
// None: a step that this version does not know.
[[nodiscard]] std::optional<StepName> stepName(const QString &text);
[[nodiscard]] std::optional<State> stateOf(const QString &text); // none: a state that this version does not know

// Whether a run that ended so has changed the sheet, may have, or has found out its content. In the other states
// nothing was written, and what is known of the sheet is still what an earlier run left.
[[nodiscard]] bool tellsOfSheet(State state);

// The record of a check before a write: what it found, or that it passed. It answers in four parts: what was
// found (`actual`, or else the number `count`), what was expected (`expected` or else `against`), from which value on
// it counts (`threshold`), and where (`place`).
struct Finding
{
    enum class Kind {
        Overflow, // the data does not fit the region; Fit::alternatives would
        TooManyCells, // cells with content: more than a spreadsheet can hold
        TooManyRows,
        TooManyColumns,
        CellTooLong, // more than 8,192 characters
        NumberTooPrecise, // a sheet stores numbers as doubles and would return another one
        SpreadsheetLocked,
        SheetLocked,
        LinkedDataset, // a linked dataset overlaps cells to be written
        InputMode, // the sheet accepts values only in its input cells
        FormulasOverwritten,
        FormulasKept, // where the desired grid has other values
        UnknownColumnTypes, // count columns of unknown type, named by place; 0: the types are missing altogether
        HeaderDiffers, // count column names that the export spells differently from the metadata; place is the first
        MoreRowsThanTold, // count rows were received; Domo reported fewer (against)
        NotNumbers, // texts in numeric columns, written as text
        RowsFiltered, // the DataSet has row policies: the client may see only some of its rows
        EmptySource, // the source has no rows; count cells would be cleared
        ClearsMoreThanItWrites, // count cells would be cleared, more than would be written (against)
        MayComeBackDifferent, // texts and numbers that a sheet may store in another form
        Identifiers, // count values that may be identifiers, and look like numbers or dates or were taken for numbers
        LockUnknown, // a type of lock that this version does not know; place is its name
        EarlierWriteUnsettled, // an earlier run's change may still arrive, and the run was told to continue
        OtherSheetNamed, // the region was entered with a sheet name, place, that is not the sheet's
        UnreadableText, // cells of the region without valid text, which therefore differ from everything
        NotDates, // texts that are no ISO dates, in columns that a person typed as dates; written as text
        ColumnsNotChosen, // count columns of the DataSet that a choice of columns does not mention; place is the first
        KeysUnderFormulas, // formulas of the sheet that stay refer to rows that get another key
        KeysUnderLinks, // ranges that are displayed elsewhere have rows that get another key
        LockedCells, // among the cells to be written, as are the next ones
        LinkedCells, // that display a value from elsewhere
        NotInputCells, // of a sheet that accepts values only in its input cells
        MergedCells, // that display nothing, because they belong to a merged cell that starts elsewhere
        RichTextCells, // whose formatting within the text is lost
        EqualFormulas, // formulas overwritten with the value that they have, so that no value tells that they are gone
        SpreadsheetFull, // up to count cells with content in all sheets during the run, more than against; place is
                         // the path of the other sheet that has the most, if known
        Scale, // count columns of numbers that the sheet shows or enters in another scale than ones, or whose total is
               // a thousandth or a thousandfold of what the region holds
        RowsFell, // count rows; the last verified run had more (against)
        TotalMoved, // count columns whose total moved; place is the first, with its totals in actual and expected
        KeysVanished, // count rows of the sheet whose key the data does not have
        // Since the last verified run, count columns; place is the name of the first
        ColumnsAdded,
        ColumnsRemoved,
        ColumnsRenamed, // other is its name before
        ColumnsRetyped, // with the types' names in actual and expected
        ColumnsReordered,
        NotUpdated, // since the last verified run; actual is when Domo last loaded the DataSet, as sent
        StaleSource, // not for count days, likewise
        ChangedWhileRead, // also when it was read again: loaded at `expected` before, at `actual` afterwards
        OtherPeriod, // the latest date (actual), in the column place, is not in the period (expected)
        CellsEdited, // count cells to be written hold something else than the last verified run of the region left
        EditsKept, // count of those stay as they are
        RowsMiscounted, // a query returned count rows; by its own number of rows, or counted by Domo, it has `against`
        LongNumbersQueried, // count numbers that Domo may have rounded for its reply to a query; place is their column
    };
    static constexpr Kind lastKind = Kind::LongNumbersQueried;

    // Why the sheet was not read for a check, or not all of it; or what Domo did not answer.
    enum class Unread {
        NotAsked, // a run that writes reads it only if a level for this check was chosen
        NoKey, // there is no key that identifies the rows
        TooMuch, // more cells than are read for a check
        Failed, // the sheet could not be read
        NotCounted, // Domo did not count the rows of a query
    };
    static constexpr Unread lastUnread = Unread::NotCounted;

    // One of the places found.
    struct At
    {
        QString place; // cell or range, in A1 notation; of a formula in another sheet with its name
        QString refersTo{}; // the range that it depends on; empty if the place itself is what was found
        int row = 0; // there: the first row that gets another key, counted from 1; 0: none
        QString before{}; // the key of that row
        QString after{}; // empty: it has none any more

        friend bool operator==(const At &, const At &) = default;
    };

    // What was found of a column.
    enum class Trait {
        // Of its texts, which are written as texts, see Sheet::LookAlike:
        LeadingZeros,
        ManyDigits,
        Date,
        Exponent,
        TrailingMinus,
        Parentheses,
        Sign,
        Mixed, // count texts read as numbers, and others do not; only beside one of the above
        // Of its numbers:
        ZerosDropped, // in front of them: they are not written
        TooManyDigits, // for a sheet
        ShownIn, // the sheet's cells display them in another scale than ones: `actual` is the service's word
        EnteredIn, // likewise for what a person types there
        TotalSmaller, // after the run (actual) it is 1/count of what the region holds now (expected)
        TotalLarger, // likewise, count times that
    };
    static constexpr Trait lastTrait = Trait::TotalLarger;

    // A column, and something found of it.
    struct InColumn
    {
        QString column; // its name in the DataSet; without one, its letters in the sheet
        Trait trait{};
        qint64 count = 0; // values
        QString place{}; // the first of them in A1 notation; empty: not known, or there is none
        QString actual{};
        QString expected{};

        friend bool operator==(const InColumn &, const InColumn &) = default;
    };
    static constexpr qsizetype maxColumnsNamed = 100;

    Kind kind = Kind::Overflow;
    bool refuses = false; // it ends the run
    qint64 count = 1; // cells, rows or columns affected; 0 if the check passed
    QString place{}; // the first of them in A1 notation, or the conflicting range; may be empty
    qint64 against = 0; // the number that count is compared with, if any
    QString other{}; // what place does not match; empty for most kinds
    // Stop without `refuses`: a person is to decide, or, in a dry run, a run that writes would need a decision.
    Sheet::Verdict verdict = Sheet::Verdict::Warn;
    QString threshold{}; // from which on something counts, in digits; empty: whatever differs
    QString actual{}; // what was found, where no number of things says it: a total, in digits
    QString expected{}; // likewise
    // Of the acceptance that covers it; one that refuses in spite of it has expired. Empty and invalid: none.
    QString reason{};
    QDate until{}; // the last day, in UTC
    QList<At> places{}; // the first of them, if a check names more than one place
    std::optional<Unread> unread{}; // of a check that was not made, or found something in what was read
    QList<InColumn> columns{}; // the first of them, if a check is about columns

    void addColumn(const InColumn &one)
    {
        if (columns.size() < maxColumnsNamed)
            columns.append(one);
    }

    [[nodiscard]] bool hasFound() const
    {
        return verdict >= Sheet::Verdict::Warn;
    } // otherwise it passed or was not made
    // It stops, or would, because what it needs could not be read.
    [[nodiscard]] bool isUnmade() const { return hasFound() && unread && count == 0; }

    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] QString name(Finding::Kind kind);
[[nodiscard]] QString name(Finding::Unread unread); // "tooMuch"
[[nodiscard]] std::optional<Finding::Unread> unreadNamed(const QString &text);
[[nodiscard]] QString name(Finding::Trait trait); // "leadingZeros"
[[nodiscard]] std::optional<Finding::Trait> traitNamed(const QString &text);
// The columns, by their names in the DataSet, whose values would arrive unchanged if they were written as text.
[[nodiscard]] QStringList betterAsText(const Finding &finding);
[[nodiscard]] bool isLoss(Finding::Kind kind); // writing would lose something in the sheet
[[nodiscard]] bool needsDecision(const Finding &finding); // a run that can ask a person asks before it writes
[[nodiscard]] bool isAboutSheet(Finding::Kind kind); // what the sheet has around or in the cells to be written
// The guard whose stop a person may accept in the review, see Sheet::isForReview(). None: it does not stop, or is no
// matter of choice.
[[nodiscard]] std::optional<Sheet::Guard> acceptableGuard(const Finding &finding);
// Makes another verdict of records that stop and were accepted after they were made. `today` is in UTC. Pure.
void ruleAgain(QList<Finding> &records, const QList<Sheet::Acceptance> &accepted, const QDate &today);
// None: a kind that this version does not know.
[[nodiscard]] std::optional<Finding::Kind> findingKind(const QString &text);

// The name of its check, as options and reports have it: "sheet-locked". That of a check with a rule is its guard's.
[[nodiscard]] QString guardName(Finding::Kind kind);
[[nodiscard]] std::optional<Sheet::Guard> guardOf(Finding::Kind kind); // none: no rule applies to it

struct ChangeCounts // in cells, see Sheet::Diff
{
    qint64 changed = 0;
    qint64 added = 0;
    qint64 cleared = 0;
    qint64 unchanged = 0;
    qint64 kept = 0;

    friend bool operator==(const ChangeCounts &, const ChangeCounts &) = default;
};

// The changes of rows that are matched by a key, see Sheet::KeyDiff.
struct KeyCounts
{
    QStringList key; // names of its columns
    bool isSuggested = false; // not chosen by a person
    qint64 added = 0;
    qint64 gone = 0;
    qint64 changed = 0;
    qint64 moved = 0;
    qint64 equal = 0;
    qint64 changedCells = 0; // in changed rows: cells that differ from the row with the same key
    qint64 writtenCells = 0; // below the header row: cells to write
    qint64 movedCells = 0; // of those: written only because rows move
    QString firstGone{}; // the sheet's first row that is gone, by its first key cell in A1 notation; empty: none is

    friend bool operator==(const KeyCounts &, const KeyCounts &) = default;
};

// Where Append adds its rows: those of the sheet in which it writes, without the column names.
struct AppendedRows
{
    int first = 0; // counted from 1
    int count = 0;

    friend bool operator==(const AppendedRows &, const AppendedRows &) = default;
};

// Shown for review and repeated in the report.
struct ReviewSummary
{
    QString dataSetName;
    QString sql{}; // that Domo ran on the DataSet; empty: it was exported
    QString spreadsheetName;
    QString sheetPath;
    qint64 sourceRows = 0; // without the header row
    int sourceColumns = 0;
    DataFacts data{}; // as far as it was compared
    Sheet::Fit fit;
    ChangeCounts changes;
    QList<Finding> findings;
    QList<Finding> checks{}; // that found nothing: they passed, were switched off, or could not be made
    std::optional<KeyCounts> byKey{}; // none: there is no key that identifies all rows, or none was looked for
    std::optional<AppendedRows> appended{}; // none: of another update method, or no row is added
};

// Rows of both grids that a key identifies.
struct MatchedRows
{
    Sheet::Key key; // columns of the grids
    std::vector<Sheet::RowPair> rows; // see Sheet::KeyDiff
};

// What a dry run compared, for display: both grids from the region's top left. Data that overflows the region is partly
// outside it, where the sheet was not read. Immutable; any thread.
struct Comparison
{
    Sheet::Region region;
    Sheet::Address anchor; // the sheet address of the grids' (0, 0)
    Sheet::Grid existing;
    Sheet::Grid desired;
    QList<Sheet::ColumnType> types; // of the desired columns
    QStringList columns{}; // their names in the DataSet
    int headerRows = 0; // the first rows of `desired` that hold the column names
    // Cells to be written that changed in the sheet since the last verified run of the region, in reading order.
    std::vector<Sheet::Span> edited{};
    Sheet::PlacedCells left{}; // what that run left in them, as far as it is known
    std::optional<MatchedRows> byKey{}; // if the review has counts by key
};

// A cell that differs from the desired grid, for display.
struct Difference
{
    // How the two texts or numbers differ, where it is recognized.
    enum class Kind { Other, LineBreaks, OuterBlanks, UnicodeForm, Digits, Formula, TypeOnly };
    // What the sheet's table says about the cell.
    enum class Cause { None, Locked, Linked };

    QString place; // in A1 notation
    QString wanted; // as in the desired grid, truncated
    QString found;
    Kind kind = Kind::Other;
    Cause cause = Cause::None;

    friend bool operator==(const Difference &, const Difference &) = default;
};

[[nodiscard]] QString name(Difference::Kind kind);
[[nodiscard]] QString name(Difference::Cause cause);

// What a run waits for while nothing progresses.
struct Waiting
{
    enum class For {
        Nothing, // it continues
        Answer, // a service has not responded for `unanswered`
        Retry, // the next attempt is in `next`
        RateLimit, // the service accepts the next request in `next`
        EarlierWrite, // for an earlier run's change to end
        Reading, // for readings to catch up with what was written
    };

    For reason = For::Nothing;
    Core::Service service = Core::Service::None;
    int attempt = 1;
    std::chrono::milliseconds unanswered{0};
    std::chrono::milliseconds next{0};
};

// A step that ran: how long, and how far it got.
struct StepTime
{
    StepName step = StepName::SignIn;
    double seconds = 0;
    qint64 done = 0; // rows of the source, or cells
    qint64 total = 0; // 0: unknown
    bool well = true; // otherwise it failed or was cancelled

    friend bool operator==(const StepTime &, const StepTime &) = default;
};

// How a region compares with what the last verified run of exactly that region left there, all of it and not only what
// a run would write.
struct RegionSince
{
    QDateTime left{}; // when that run ended, UTC
    qint64 changed = 0; // cells that hold something else now
    QString first{}; // of these, in A1 notation

    friend bool operator==(const RegionSince &, const RegionSince &) = default;
};

// What a run did and found, as plain values: the same for window, command line and, later, receipt.
struct RunReport
{
    State state = State::Failed;
    std::optional<Core::Error> error; // that ended the run, if it failed
    std::optional<StepName> failedStep;
    ReviewSummary review; // as far as the run got
    std::shared_ptr<const Comparison> comparison; // of a dry run that reached its review; null otherwise
    // Of a dry run that read the region. None: it is not known what a verified run left there.
    std::optional<RegionSince> regionSince{};
    QList<StepTime> steps; // those that ran; the times of steps side by side overlap
    int requests = 0; // HTTP requests to both services, retries included
    qint64 bytesSent = 0; // of request bodies
    qint64 bytesReceived = 0;
    int retries = 0; // how many of these requests were retries
    std::chrono::milliseconds waited{0}; // for rate limits and between retries
    std::chrono::milliseconds caughtUp{0}; // how long readings differed before they matched
    qint64 cellsPlanned = 0; // that the run was to change
    // How many of these are in the sheet: as read back, or as reported by the service if nothing could be read back.
    qint64 cellsWritten = 0;
    qint64 cellsCompared = 0; // with the desired grid, in the last reading of the whole region; 0: there was none
    qint64 cellsWrong = 0; // of these, different from the desired ones
    QList<Difference> differences; // the first of these cells
    std::optional<Core::Error> notRecorded; // the journal could not be written
    QStringList operations; // Workiva's IDs of the write operations, to quote to support

    [[nodiscard]] bool isCompared() const; // the counts of changes are known: the run got that far
};

} // namespace Writeback

Q_DECLARE_METATYPE(Writeback::StepName)
Q_DECLARE_METATYPE(Writeback::ChangeCounts)
Q_DECLARE_METATYPE(Writeback::RunReport)
Q_DECLARE_METATYPE(Writeback::Waiting)
Q_DECLARE_METATYPE(Writeback::ReviewSummary)
