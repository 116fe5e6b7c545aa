#pragma once

#include "writeback/runreport.h"

#include <functional>
#include <optional>
#include <string>

namespace Review {

// A cell that a write would change. `before` and `after` are views into the comparison.
struct Change
{
    enum class Kind {
        Changed, // gets another value
        New, // was blank
        Cleared, // becomes blank
        FormulaOverwritten, // was a formula, gets a value
        FormulaCleared, // was a formula, becomes blank
    };
    static constexpr Kind lastKind = Kind::FormulaCleared;

    Sheet::Address place{}; // in the sheet
    QString column{}; // its name in the DataSet, or else the sheet's, such as "F"
    Kind kind = Kind::Changed;
    Sheet::Cell before{};
    Sheet::Cell after{};
    // What the last verified run left there, if the cell was edited since, and it is known; of the comparison, too.
    std::optional<Sheet::Cell> left{};

    // after - before, exactly, if both are numbers; see Sheet::difference().
    [[nodiscard]] std::optional<std::string> difference() const;

    // For a file: `left`, with a text for a blank one; blank: not known. Valid as long as both.
    [[nodiscard]] Sheet::Cell leftOr(std::string_view blank) const;
};

// Visits the changes in reading order until `visit` returns false. False if it did. Stores nothing; any thread.
bool visitChanges(const Writeback::Comparison &comparison, const std::function<bool(const Change &)> &visit);

} // namespace Review
