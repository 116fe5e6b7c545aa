#include "writeback/writeplan.h"

#include <algorithm>
#include <deque>

namespace Writeback {

namespace {

using Sheet::Cell;
using Sheet::Rectangle;
using Sheet::Span;

constexpr size_t openAtOnce = 64; // limits the search for a rectangle to extend
constexpr int rectanglesWorthARequest = 4; // up to this many rectangles are sent as rectangles, however small
constexpr qint64 cellsWorthARequest = 1'000; // a rectangle with this many changes always is

// A rectangle that grows while the changes are scanned from top to bottom.
struct Patch
{
    Rectangle area;
    qint64 changes = 0;
    std::vector<Span> spans;
};

Rectangle areaOf(const Span &span)
{
    return {span.row, span.first, 1, span.last - span.first + 1};
}

// At least half of a rectangle has to be changes: a null for an unchanged cell costs less than a separate cell.
bool isDense(const Rectangle &area, qint64 changes)
{
    return changes * 2 >= area.cells();
}

// Collects changes into dense patches. A patch is closed once the scan is too far past it for it to grow.
class RectangleBuilder
{
public:
    void add(const Span &span)
    {
        const Rectangle area = areaOf(span);
        Patch *best = nullptr;
        qint64 bestCells = 0;
        for (Patch &patch : m_open) {
            const Rectangle grown = patch.area.united(area);
            if (isDense(grown, patch.changes + area.columns) && (!best || grown.cells() < bestCells)) {
                best = &patch;
                bestCells = grown.cells();
            }
        }
        if (!best) {
            if (m_open.size() == openAtOnce) {
                m_closed.push_back(std::move(m_open.front()));
                m_open.pop_front();
            }
            best = &m_open.emplace_back();
        }
        best->area = best->area.united(area);
        best->changes += area.columns;
        best->spans.push_back(span);
    }

    std::vector<Patch> take()
    {
        std::ranges::move(m_open, std::back_inserter(m_closed));
        return std::move(m_closed);
    }

private:
    std::deque<Patch> m_open;
    std::vector<Patch> m_closed;
};

std::vector<Block> blocksOf(std::vector<Patch> patches)
{
    const bool few = patches.size() <= size_t(rectanglesWorthARequest);
    std::vector<Block> blocks;
    Block scattered{Block::Kind::Cells, {}, {}};
    for (Patch &patch : patches) {
        if (few || patch.changes >= cellsWorthARequest) {
            blocks.push_back({Block::Kind::Values, patch.area, {}});
            continue;
        }
        scattered.area = scattered.area.united(patch.area);
        scattered.spans.insert(scattered.spans.end(), patch.spans.begin(), patch.spans.end());
    }
    if (!scattered.spans.empty()) {
        std::ranges::sort(scattered.spans, [](const Span &a, const Span &b) {
            return a.row != b.row ? a.row < b.row : a.first < b.first;
        });
        blocks.push_back(std::move(scattered));
    }
    std::ranges::stable_sort(blocks, std::ranges::greater(), [](const Block &block) { return block.area.lastRow(); });
    return blocks;
}

} // namespace

std::vector<Block> planWrites(const Sheet::Diff &diff, int desiredRows, int desiredColumns)
{
    RectangleBuilder builder;
    Rectangle below;
    Rectangle beside;
    for (const Span &span : diff.spans) {
        if (span.row >= desiredRows) {
            below = below.united(areaOf(span));
            continue;
        }
        if (span.last >= desiredColumns)
            beside = beside.united(areaOf({span.row, std::max(span.first, desiredColumns), span.last}));
        if (span.first < desiredColumns)
            builder.add({span.row, span.first, std::min(span.last, desiredColumns - 1)});
    }
    std::vector<Block> blocks = blocksOf(builder.take());
    for (const Rectangle &tail : {beside, below}) {
        if (!tail.isEmpty())
            blocks.push_back({Block::Kind::Clear, tail, {}});
    }
    return blocks;
}

bool isToBeWritten(const Cell &existing, const Cell &desired)
{
    const Sheet::Change change = Sheet::change(existing, desired);
    return change != Sheet::Change::Unchanged && change != Sheet::Change::Kept;
}

qint64 cellsToWrite(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block)
{
    qint64 cells = 0;
    const auto count = [&](const Span &span) {
        for (int column = span.first; column <= span.last; ++column)
            cells += isToBeWritten(existing.at(span.row, column), desired.at(span.row, column));
    };
    if (block.kind == Block::Kind::Cells)
        std::ranges::for_each(block.spans, count);
    for (int row = block.area.row; block.kind != Block::Kind::Cells && row <= block.area.lastRow(); ++row)
        count({row, block.area.column, block.area.lastColumn()});
    return cells;
}

bool holds(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block)
{
    return cellsToWrite(existing, desired, block) == 0;
}

} // namespace Writeback
