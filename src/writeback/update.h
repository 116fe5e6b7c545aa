#pragma once

#include "core/result.h"
#include "domo/dataset.h"
#include "sheet/updatemethod.h"

#include <QStringList>

namespace Writeback {

// What happens to formulas of the region where other values are desired.
enum class Formulas {
    Overwrite,
    Keep,
    Stop, // the run is refused
};
inline constexpr Formulas lastFormulas = Formulas::Stop;

[[nodiscard]] QString name(Formulas formulas); // as options have it: "overwrite"

// How a run updates the region, as a person chooses it: columns by their names in the DataSet.
struct Update
{
    Sheet::UpdateMethod::Kind kind = Sheet::UpdateMethod::Kind::Replace;
    QStringList keys{}; // columns that together identify a row: for Upsert, `keepsOrder`, and the review by key
    QStringList partition{}; // columns of Partition
    bool keepsOrder = false; // for Replace: rows with known keys stay in the sheet's order
    Formulas formulas = Formulas::Overwrite;

    // The desired grid depends on what the sheet holds, and is composed again whenever the sheet is read again.
    [[nodiscard]] bool dependsOnSheet() const
    {
        return keepsOrder || formulas == Formulas::Keep || kind != Sheet::UpdateMethod::Kind::Replace;
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
        NoSuchColumn,
        SeveralSuchColumns,
        DateColumn, // the sheet may hold the date in another form, so its rows would not be found
    };
    static constexpr Reason lastReason = Reason::DateColumn;

    Reason reason = Reason::NoKey;

    friend bool operator==(const UpdateFault &, const UpdateFault &) = default;
};

// Whether its parts fit together, without a DataSet.
[[nodiscard]] Core::Result<void> check(const Update &update);

// With the columns of a DataSet. `datesAsText`: see DataSetSource.
[[nodiscard]] Core::Result<Sheet::UpdateMethod> methodOf(const Update &update, const QList<Domo::Column> &schema,
                                                         bool datesAsText);

} // namespace Writeback
