#pragma once

#include "writeback/runreport.h"

#include <string>

namespace Review {

// The greatest difference of two numbers in one cell, before and after a write.
struct GreatestDifference
{
    QString column; // its name in the DataSet, or else the sheet's, such as "F"
    QStringList key; // of its row, by the key of the comparison; empty: no key identifies the rows
    QString place; // after the write, in A1 notation
    std::string before; // plain decimals, with the digits of the cells
    std::string after;
    std::string difference;

    friend bool operator==(const GreatestDifference &, const GreatestDifference &) = default;
};

// What a reader should know of a comparison before reading its rows.
struct Highlights
{
    // In rows that are there before and after, which are matched by the key or else by position; the first of several.
    // None: no number becomes another one. A difference that cannot be computed (1e5000) does not take part.
    std::optional<GreatestDifference> greatest{};
    QList<QStringList> gone{}; // the keys of the first rows that are gone, at most maxGone
    qint64 goneRows = 0; // all of them; 0 without a key

    static constexpr qsizetype maxGone = 3;

    friend bool operator==(const Highlights &, const Highlights &) = default;
};

[[nodiscard]] Highlights highlights(const Writeback::Comparison &comparison); // pure; any thread

} // namespace Review
