#pragma once

#include "domo/dataset.h"
#include "sheet/fit.h"
#include "sheet/updatemethod.h"

namespace Setup {

// Consecutive rows or columns, 0-based.
struct Span
{
    int first = 0;
    int count = 0;

    friend bool operator==(const Span &, const Span &) = default;
};

// Where a DataSet lands in a sheet, as far as its metadata and the region tell, and the rows and columns around that
// which a picture shows: where region and data begin, and where the data ends. Pure.
struct Landing
{
    Sheet::Region region;
    Sheet::UpdateMethod::Kind method = Sheet::UpdateMethod::Kind::Replace;
    // With the column names. None: Domo reports no number of rows or columns, or the method places rows by those that
    // the sheet has.
    std::optional<Sheet::Fit> fit{};
    bool isAtMost = false; // row policies may hide rows
    QList<Span> rows{}; // in order, with a gap between two
    QList<Span> columns{};

    [[nodiscard]] QList<Sheet::Rectangle> areas() const; // every pair of those
    // Other cells of the region, which are cleared.
    [[nodiscard]] bool hasRestBelow() const;
    [[nodiscard]] bool hasRestBeside() const;
    [[nodiscard]] bool isOverflowCertain() const; // false also if it depends on the rows that policies hide
    [[nodiscard]] std::optional<Sheet::Region>
    better() const; // leaves no rest, or holds all data; none: it fits exactly

    friend bool operator==(const Landing &, const Landing &) = default;
};

[[nodiscard]] Landing landingOf(const Domo::DataSet &dataSet, const Sheet::Region &region, bool columnNames,
                                Sheet::UpdateMethod::Kind method);

} // namespace Setup
