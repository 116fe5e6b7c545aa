#pragma once

#include "core/result.h"
#include "sheet/updatemethod.h"

#include <QStringList>

namespace Sheet {

// What happens to formulas of the region where other values are desired.
enum class Formulas {
    Overwrite,
    Keep,
    Stop, // the run is refused
};
inline constexpr Formulas lastFormulas = Formulas::Stop;

[[nodiscard]] QString name(Formulas formulas); // as files and options have it: "overwrite"
[[nodiscard]] std::optional<Formulas> formulasOf(const QString &text); // none: a word that this version does not know

// How a region is updated, as a person chooses it: columns by their names in the sheet, which are
// those of the DataSet unless a Shaping renames them.
struct Update
{
    UpdateMethod::Kind kind = UpdateMethod::Kind::Replace;
    QStringList keys{}; // columns that together identify a row: for Upsert, `keepsOrder`, and the review by key
    QStringList partition{}; // columns of Partition
    bool keepsOrder = false; // for Replace: rows with known keys stay in the sheet's order
    Formulas formulas = Formulas::Overwrite;

    // The desired grid depends on what the sheet holds, and is composed again whenever the sheet is read again.
    [[nodiscard]] bool dependsOnSheet() const
    {
        return keepsOrder || formulas == Formulas::Keep || kind != UpdateMethod::Kind::Replace;
    }
    // After the run, every cell of the region is the DataSet's, or blank.
    [[nodiscard]] bool isWholeRegion() const
    {
        return formulas != Formulas::Keep && kind == UpdateMethod::Kind::Replace;
    }

    friend bool operator==(const Update &, const Update &) = default;
};

// Why an update is not possible: the cause of an InvalidInput error, whose subject is the column or the method.
struct UpdateFault
{
    enum class Reason {
        NoKey, // for Upsert, or to keep the order
        NoPartition,
        PartitionOfAnotherMethod,
        OrderOfAnotherMethod,
        NoSuchColumn, // among those that are written
        SeveralSuchColumns, // likewise
        DateColumn, // the sheet may hold the date in another form, so its rows would not be found
    };
    static constexpr Reason lastReason = Reason::DateColumn;

    Reason reason = Reason::NoKey;

    friend bool operator==(const UpdateFault &, const UpdateFault &) = default;
};

// Whether its parts fit together, without a DataSet.
[[nodiscard]] Core::Result<void> check(const Update &update);

} // namespace Sheet
