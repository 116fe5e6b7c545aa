#include "sandbox/sheet/worksheet.h"

#include "sandbox/ids.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// Start and count of one dimension of a block.
struct Side
{
    int &first;
    int &count;
};

Side side(Sheet::Rectangle &area, bool ofRows)
{
    return ofRows ? Side{area.row, area.rows} : Side{area.column, area.columns};
}

} // namespace

QString Worksheet::table() const
{
    return hexIdFor(id + u"/table"_s);
}

Sheet::Rectangle Worksheet::whole() const
{
    const Sheet::Rectangle extent = cells.extent();
    return {0, 0, std::max(rows, extent.rows), std::max(columns, extent.columns)};
}

std::vector<Sheet::Rectangle> Worksheet::locked() const
{
    const Sheet::Rectangle everything{0, 0, Sheet::maxRows, Sheet::maxColumns};
    std::vector<Sheet::Rectangle> all = lockedCells;
    if (dataset)
        all.push_back(*dataset);
    if (lock == "inputMode"_L1)
        std::ranges::copy(without(everything, inputCells), std::back_inserter(all));
    else if (!lock.isEmpty())
        all = {everything};
    return all;
}

std::vector<Sheet::Rectangle> Worksheet::linked() const
{
    std::vector<Sheet::Rectangle> all = linkedCells;
    for (const RangeLink &link : links) {
        if (!link.source.isEmpty())
            all.push_back(link.range);
    }
    return all;
}

std::vector<Sheet::Rectangle> without(const Sheet::Rectangle &area, const std::vector<Sheet::Rectangle> &others)
{
    std::vector<Sheet::Rectangle> pieces{area};
    for (const Sheet::Rectangle &other : others) {
        std::vector<Sheet::Rectangle> left;
        for (const Sheet::Rectangle &piece : pieces) {
            const Sheet::Rectangle hole = piece.intersected(other);
            if (hole.isEmpty()) {
                left.push_back(piece);
                continue;
            }
            // Above, below, and beside it.
            const int rightOf = hole.column + hole.columns;
            const int below = hole.row + hole.rows;
            left.push_back({piece.row, piece.column, hole.row - piece.row, piece.columns});
            left.push_back({below, piece.column, piece.row + piece.rows - below, piece.columns});
            left.push_back({hole.row, piece.column, hole.rows, hole.column - piece.column});
            left.push_back({hole.row, rightOf, hole.rows, piece.column + piece.columns - rightOf});
        }
        std::erase_if(left, [](const Sheet::Rectangle &piece) { return piece.isEmpty(); });
        pieces = std::move(left);
    }
    return pieces;
}

Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count)
{
    Sheet::Rectangle moved = area;
    const Side along = side(moved, ofRows);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    if (at <= along.first)
        along.first += count;
    else if (at < along.first + along.count)
        along.count += count;
    along.count = std::min(along.count, limit - along.first);
    return moved.isEmpty() ? Sheet::Rectangle{} : moved;
}

Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last)
{
    Sheet::Rectangle moved = area;
    const Side along = side(moved, ofRows);
    const int end = along.first + along.count; // exclusive
    const auto shifted = [first, last](int at) {
        return at <= first ? at : at > last ? at - (last - first + 1) : first;
    };
    const int newFirst = shifted(along.first);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    // An open end stays open.
    along.count = (end >= limit ? limit : shifted(end)) - newFirst;
    along.first = newFirst;
    return moved.isEmpty() ? Sheet::Rectangle{} : moved;
}

} // namespace Sandbox
