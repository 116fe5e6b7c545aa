#pragma once

#include "review/totals.h"
#include "sheet/keydiff.h"

#include <array>
#include <bitset>
#include <optional>
#include <stop_token>

namespace Review {

// How the rows of both grids are put side by side.
enum class Lens {
    ByKey, // rows with the same key, in the order after the write; a row that is gone, where it was
    ByCell, // rows at the same position
};

// What happens: ByCell, to a cell of the region; ByKey, to a row. Exactly one of these.
enum class Kind : unsigned char {
    // Written, and changed in the sheet since the last verified run, even if it is kept; ByKey: at least one of the
    // row's cells
    Edited,
    Changed,
    New,
    Cleared, // ByKey: the row is gone
    Moved, // only ByKey: to another row, and no cell differs
    FormulaLost, // a formula is overwritten or cleared; ByKey: at least one of the row, which stays
    FormulaKept, // only ByCell: where the data has another value, or none
    LeftAlone, // only ByCell: likewise, any other cell that the data does not reach
    Equal,
};
inline constexpr size_t kindCount = size_t(Kind::Equal) + 1;
using Kinds = std::bitset<kindCount>;
using KindCounts = std::array<qint64, kindCount>;

[[nodiscard]] Kind kindOfCell(const Writeback::Comparison &comparison, const Sheet::RowPair &pair, int column);

// What to list of a comparison.
struct Query
{
    Lens lens = Lens::ByCell;
    Kinds kinds{}; // ByKey: rows of these; ByCell: rows with cells of these; none: all rows
    // Columns of the grids. A cell without a number counts as 0, as in the totals.
    std::optional<int> column{}; // the greatest difference in this one comes first; none: in the order of the lens
    std::optional<std::string> atLeast{}; // a plain decimal: only rows that differ so much in that column

    [[nodiscard]] bool isFilter() const { return kinds.any() || (column && atLeast); }
    friend bool operator==(const Query &, const Query &) = default;
};

// The rows that are listed, in 12 bytes each; without the cells, which are in the comparison.
struct Listing
{
    Query query;
    // ByCell, both are the same row, which is Changed if a cell is written, and Equal otherwise. The rows with the
    // column names come first, whatever is listed; they are compared by position.
    std::vector<Sheet::RowPair> rows;
    int headerRows = 0; // of these
    KindCounts counts{}; // of all that was compared, listed or not. ByKey without the rows of column names.
    std::vector<bool> isChanged; // by column of the grids: at least one cell of all rows is written, in this lens
    qint64 hiddenRows = 0; // that are not listed
    std::vector<ColumnTotals> hidden; // the totals of these; empty without a filter
};

// Pure; any thread. Takes some 0.1 s for two million cells. None: stopped. ByKey needs rows matched by a key.
[[nodiscard]] std::optional<Listing> list(const Writeback::Comparison &comparison, const Query &query,
                                          const std::stop_token &stop = {});

// A cell of a listing: its row there, and the column of the grids.
struct Spot
{
    int row = -1;
    int column = -1;

    friend bool operator==(const Spot &, const Spot &) = default;
};

// The next change of a listing, or the previous one, and around its end. A change is a cell that is written; or, ByKey,
// a whole row that is new or gone, at its first cell. None: nothing that is listed changes.
struct NextChange
{
    Spot at;
    bool isAround = false; // beyond the end of the listing
};
[[nodiscard]] std::optional<NextChange> nextChange(const Writeback::Comparison &comparison, const Listing &listing,
                                                   const Spot &from, bool isForward);

} // namespace Review
