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

    // after - before, exactly, if both are numbers; see Sheet::difference().
    [[nodiscard]] std::optional<std::string> difference() const;
};

// Visits the changes in reading order until `visit` returns false. False if it did. Stores nothing; any thread.
bool visitChanges(const Writeback::Comparison &comparison, const std::function<bool(const Change &)> &visit);

} // namespace Review
