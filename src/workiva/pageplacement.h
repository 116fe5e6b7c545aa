#pragma once

#include "core/result.h"
#include "sheet/region.h"

#include <optional>

namespace Workiva {

// The cause of a BadReply: the range reported for a block may be at two positions, and nothing shows which.
struct UnclearPlace
{
    friend bool operator==(const UnclearPlace &, const UnclearPlace &) = default;
};

// Where the blocks of a reading are in the sheet: one below the other from the top left of the region, in the order
// received, counting every row of a block, blank ones ([]) included. The range that a block reports is only a hint:
// services omit it, repeat the requested range, or count from the region (as Workiva's values do) or from the sheet (as
// its sheetdata does); all of these result in the same positions.
//   The hint moves a block in only two cases, never upwards and never onto another block. Either the range starts
// further down or right than counted and has room for the block: then the service omitted blank rows, because a
// repeated requested range starts where the region does. Or it starts where the previous block ended on the right: then
// a page was a part of its rows. The first range that agrees with the count shows whether ranges count from the sheet
// or from the region. A hint that could mean two positions in the sheet is UnclearPlace: nothing is guessed.
//   A value.
class PagePlacement
{
public:
    enum class Origin { Unknown, Sheet, Region }; // what ranges count from

    explicit PagePlacement(Sheet::Region region, Origin origin = Origin::Unknown);

    // The position in the sheet of the next block with this many rows and columns (of its longest row; 0 if all are
    // blank). BadReply without a subject: the block is not inside the region.
    [[nodiscard]] Core::Result<Sheet::Rectangle> place(int rows, int columns,
                                                       const std::optional<Sheet::Rectangle> &range);

    [[nodiscard]] int nextRow() const { return m_nextRow; } // the first row below all blocks

private:
    [[nodiscard]] Core::Result<Sheet::Address> topLeft(int rows, int columns, const Sheet::Rectangle &range);
    [[nodiscard]] bool isPossible(const Sheet::Address &at, int rows, int columns) const;

    Sheet::Region m_region;
    Origin m_origin;
    int m_nextRow; // in the sheet
    Sheet::Rectangle m_last; // the previous block, with the width it reported
};

} // namespace Workiva
