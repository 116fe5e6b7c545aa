#pragma once

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Sheet {

// The checks before a write that people configure. What is a fact and no choice (a lock, a limit, data that does not
// fit) has no rule. Their stable names are those of options and files: "empty-source".
enum class Guard {
    EmptySource, // an empty source would clear cells
    ClearsMoreThanItWrites,
    NumberTooPrecise, // a sheet would return another number
    MayComeBackDifferent, // texts and numbers that a sheet may store in another form
    Identifiers, // values that may be identifiers, and look like numbers or dates or were taken for numbers
    NotNumbers, // texts in numeric columns
    RowsFiltered, // row policies may hide rows
    HeaderDiffers, // column names are spelled differently
    NotDates, // other texts in columns that a person typed as dates
    ColumnsNotChosen, // the DataSet has columns that a person's choice does not mention
    KeysUnderFormulas, // formulas of the sheet refer to rows that get another key
    KeysUnderLinks, // so do ranges that are displayed elsewhere
    LockedCells, // among the cells to be written …
    LinkedCells,
    NotInputCells, // … of a sheet in input mode
    MergedCells,
    RichTextCells,
    EqualFormulas, // formulas are overwritten with the value that they have
    SpreadsheetFull, // with the other sheets there are more cells than a spreadsheet can hold
    Scale, // columns of numbers in another scale than the sheet's
    // Compared with the last verified run of the same DataSet and region:
    RowsFell, // by more than a percentage
    TotalMoved, // of a numeric column, by more than a percentage
    KeysVanished, // rows of the sheet whose key the data does not have
    ColumnsAdded,
    ColumnsRemoved,
    ColumnsRenamed, // in the same position and with the same type
    ColumnsRetyped,
    ColumnsReordered,
    NotUpdated, // the source has not been loaded since then
    // Without an earlier run:
    StaleSource, // not loaded for more than a number of days
    ChangedWhileRead, // loaded while it was read, and once more while it was read again
    OtherPeriod, // the latest date of the data is not in the period that a person named
    CellsEdited, // cells to be written changed in the sheet since the last verified run
};
inline constexpr Guard lastGuard = Guard::CellsEdited;

// What happens if a check finds something.
enum class GuardLevel {
    Off, // the check is not made
    Warn, // the run continues and reports it
    Stop, // the run is refused, unless it is accepted; see isForReview()
};
inline constexpr GuardLevel lastGuardLevel = GuardLevel::Stop;

[[nodiscard]] QString name(Guard guard);
[[nodiscard]] QString name(GuardLevel level); // "off", "warn", "stop"
[[nodiscard]] std::optional<Guard> guardNamed(const QString &name);
[[nodiscard]] std::optional<GuardLevel> guardLevelNamed(const QString &name);

[[nodiscard]] GuardLevel defaultLevel(Guard guard);

// From which on something counts, for guards that measure something.
enum class ThresholdUnit { None, Percent, Days };
[[nodiscard]] ThresholdUnit thresholdUnit(Guard guard);

// Thresholds are whole numbers of hundredths of their unit: 250 is 2.5 %. None: not such a number, or too large.
[[nodiscard]] QString thresholdText(int threshold); // "2.5"
[[nodiscard]] std::optional<int> thresholdIn(const QString &text);

// Who sees the review can decide it: at Stop, a run that can ask a person does so instead of being refused, and a dry
// run shows it and continues. Otherwise the sheet would not hold the data, whatever anybody decides.
[[nodiscard]] bool isForReview(Guard guard);

// A person's decision that a finding is right.
struct Acceptance
{
    Guard guard = Guard::EmptySource;
    QString reason; // not empty
    QDate until; // the last day on which it holds, in UTC, so that it ends everywhere at the same time

    friend bool operator==(const Acceptance &, const Acceptance &) = default;
};

// The rules that a person chooses.
struct GuardRules
{
    QMap<Guard, GuardLevel> levels{}; // those that are not the default
    QMap<Guard, int> thresholds{}; // likewise, in hundredths
    QList<Acceptance> accepted{};

    [[nodiscard]] GuardLevel level(Guard guard) const { return levels.value(guard, defaultLevel(guard)); }
    [[nodiscard]] int threshold(Guard guard) const; // in hundredths; 0 if the guard has no unit
    void accept(const Acceptance &acceptance); // in place of those of the same guard

    friend bool operator==(const GuardRules &, const GuardRules &) = default;
};

// How a check ended.
enum class Verdict {
    Off, // by its rule
    NotMade, // there was nothing to compare with
    Passed,
    Warn,
    Stop,
    Accepted, // it would stop, but a person has accepted it
};
inline constexpr Verdict lastVerdict = Verdict::Accepted;

[[nodiscard]] QString name(Verdict verdict); // "off", "notMade", "passed", "warn", "stop", "accepted"
[[nodiscard]] std::optional<Verdict> verdictNamed(const QString &name);

struct Ruling
{
    Verdict verdict = Verdict::Passed;
    std::optional<Acceptance> acceptance{}; // Accepted: by which; Stop: the one that has expired, if any

    friend bool operator==(const Ruling &, const Ruling &) = default;
};

// What the rules make of what a check found: NotMade, Passed, or Stop for anything found. Of several acceptances the
// one that holds longest counts. `today` is in UTC. Pure; any thread.
[[nodiscard]] Ruling ruling(const GuardRules &rules, Guard guard, Verdict found, const QDate &today);

} // namespace Sheet
