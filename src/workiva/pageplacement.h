#pragma once

#include "core/result.h"
#include "sheet/region.h"

#include <optional>

namespace Workiva {

// The range that a block tells may lie at two places, and nothing says which. The cause of a BadReply.
struct UnclearPlace
{
    friend bool operator==(const UnclearPlace &, const UnclearPlace &) = default;
};

// Where the blocks of a reading lie in the sheet: below each other from the top left of the region on, in the order in
// which they come, every row of a block counted, blank ones ([]) too. What a block says of its range is a hint:
// services leave it out, repeat the range of the request, count from the region (as Workiva's values do) or from the
// sheet (as its sheetdata does), and all of that gives the same places.
//   The hint moves a block in two cases only, and never up or onto another. It begins further down, or further right,
// than counted, and holds the block: then the service left blank rows out, since a range that repeats something begins
// where the region does. It begins where the block before ends to the right: then a page was a part of its rows.
// Whether ranges count from the sheet or from the region is told by the first that agrees with the counting; a hint
// that would move its block to one place in the sheet or to another is UnclearPlace: nothing is guessed.
//   A value.
class PagePlacement
{
public:
    enum class Origin { Unknown, Sheet, Region }; // what ranges count from

    explicit PagePlacement(Sheet::Region region, Origin origin = Origin::Unknown);

    // The place of the next block, of this many rows and columns (of the longest row; 0 when all are blank), in the
    // sheet. BadReply without a subject: a block that does not lie in the region.
    [[nodiscard]] Core::Result<Sheet::Rectangle> place(int rows, int columns,
                                                       const std::optional<Sheet::Rectangle> &range);

    [[nodiscard]] int nextRow() const { return m_nextRow; } // the first that no block has reached

private:
    [[nodiscard]] Core::Result<Sheet::Address> topLeft(int rows, int columns, const Sheet::Rectangle &range);
    [[nodiscard]] bool isPossible(const Sheet::Address &at, int rows, int columns) const;

    Sheet::Region m_region;
    Origin m_origin;
    int m_nextRow; // in the sheet
    Sheet::Rectangle m_last; // the block before, as wide as it said to be
};

} // namespace Workiva
