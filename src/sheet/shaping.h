#pragma once

#include "core/result.h"
#include "sheet/celltyping.h"
#include "sheet/update.h"

namespace Sheet {

// What a column is in the sheet, as a person chooses it.
enum class ColumnKind {
    Number, // texts that are no numbers stay text and are counted
    Text, // every value stays as it is, also 00123
    Date, // ISO dates; other texts stay text and are counted
};
inline constexpr ColumnKind lastColumnKind = ColumnKind::Date;

[[nodiscard]] QString name(ColumnKind kind); // as files and options have it: "number"
[[nodiscard]] std::optional<ColumnKind>
columnKindNamed(const QString &text); // none: not a kind that this version knows

inline constexpr int maxDecimals = 15; // to round to: a sheet has no more digits

// How a column of the DataSet is written.
struct ColumnRule
{
    QString name{}; // in the DataSet, exactly: it is remembered by its name, wherever it is
    QString as{}; // in the sheet; empty: the same
    std::optional<ColumnKind> kind{}; // none: that of the DataSet
    std::optional<NullRule> nulls{}; // none: Shaping::nulls
    std::optional<int> decimals{}; // to round numbers to, half away from zero, up to maxDecimals; none: all digits
    bool isLeftOut = false;

    friend bool operator==(const ColumnRule &, const ColumnRule &) = default;
};

// Which columns of a DataSet are written, and how. Whatever identifies rows in the sheet (keys, partitions, see Update)
// names columns as the sheet has them, because that is what a person sees there; only a ColumnRule has the name in the
// DataSet.
struct Shaping
{
    QList<ColumnRule> columns{}; // at most one of a name
    // Only columns that have a rule and are not left out are written, in the order of their rules, so that a column
    // that is added to the DataSet moves nothing. Otherwise all that are not left out, in the DataSet's order.
    bool isChoice = false;
    NullRule nulls{}; // of columns without a rule for them

    friend bool operator==(const Shaping &, const Shaping &) = default;
};

// Why a shaping is not possible: the cause of an InvalidInput error, whose subject is the column.
struct ShapingFault
{
    enum class Reason {
        NoSuchColumn, // in the DataSet
        SeveralSuchColumns, // likewise
        RepeatedColumn, // it has two rules
        NotWritten, // a rule for a column that is not written
        SameName, // two columns would have this name in the sheet
        NothingLeft, // no column is written
        RoundedText, // its values are not numbers
        OldValueOfNoRow, // only Upsert finds the row whose old value is to stay
    };
    static constexpr Reason lastReason = Reason::OldValueOfNoRow;

    Reason reason = Reason::NoSuchColumn;

    friend bool operator==(const ShapingFault &, const ShapingFault &) = default;
};

[[nodiscard]] Core::Failure shapingFault(ShapingFault::Reason reason, const QString &column);

// Whether its parts fit together and to the update, without a DataSet.
[[nodiscard]] Core::Result<void> check(const Shaping &shaping, const Update &update);

} // namespace Sheet
