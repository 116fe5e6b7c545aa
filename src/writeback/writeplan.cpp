#include "writeback/writeplan.h"

#include "workiva/editcellsbody.h"
#include "workiva/valuesbody.h"

#include <algorithm>

namespace Writeback {

namespace {

using Sheet::Cell;
using Sheet::Rectangle;
using Sheet::Span;

constexpr qint64 bytesBesideText = 8; // quotes, comma, brackets of one value: for estimates
constexpr qint64 bytesBesideCell = 48; // the same of one edited cell
constexpr size_t openAtOnce = 64; // bounds the search for a rectangle to grow
constexpr int rectanglesWorthARequest = 4; // so few rectangles are sent as such, however small
constexpr qint64 cellsWorthARequest = 1'000; // a rectangle of so many changes is, whatever else there is

// A rectangle that grows while the changes are read from top to bottom.
struct Patch
{
    Rectangle area;
    qint64 changes = 0;
    std::vector<Span> spans;
};

bool isToBeWritten(Cell existing, Cell desired)
{
    const Sheet::Change change = Sheet::change(existing, desired);
    return change != Sheet::Change::Unchanged && change != Sheet::Change::Kept;
}

Rectangle areaOf(const Span &span)
{
    return {span.row, span.first, 1, span.last - span.first + 1};
}

// At least half of a rectangle has to be changes: a null for what stays costs less than a cell on its own.
bool isDense(const Rectangle &area, qint64 changes)
{
    return changes * 2 >= area.cells();
}

// Collects changes into dense patches. A patch that the scan has left behind too far to grow is closed.
class Patchwork
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
    Patchwork patchwork;
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
            patchwork.add({span.row, span.first, std::min(span.last, desiredColumns - 1)});
    }
    std::vector<Block> blocks = blocksOf(patchwork.take());
    for (const Rectangle &tail : {beside, below}) {
        if (!tail.isEmpty())
            blocks.push_back({Block::Kind::Clear, tail, {}});
    }
    return blocks;
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

BlockCutter::BlockCutter(std::vector<Block> plan, const Sheet::Grid &existing, const Sheet::Grid &desired,
                         Sheet::Address anchor)
    : m_blocks(std::make_move_iterator(plan.begin()), std::make_move_iterator(plan.end()))
    , m_existing(existing)
    , m_desired(desired)
    , m_anchor(anchor)
{
}

std::optional<BlockCutter::Piece> BlockCutter::next(qint64 maxCells)
{
    const auto isUsedUp = [](const Block &block) {
        return block.kind == Block::Kind::Cells ? block.spans.empty() : block.area.isEmpty();
    };
    while (!m_blocks.empty() && isUsedUp(m_blocks.front()))
        m_blocks.pop_front();
    if (m_blocks.empty())
        return {};
    Block &block = m_blocks.front();
    return block.kind == Block::Kind::Cells ? cutCells(block, maxCells) : cutRows(block, maxCells);
}

void BlockCutter::putBack(Block block)
{
    m_blocks.push_front(std::move(block));
}

BlockCutter::Piece BlockCutter::cutCells(Block &block, qint64 maxCells)
{
    Workiva::EditCellsBody body;
    Block cut{Block::Kind::Cells, {}, {}};
    qint64 cells = 0;
    while (!block.spans.empty()) {
        Span &span = block.spans.back();
        const Cell cell = m_desired.at(span.row, span.last);
        if (cells > 0 && (cells >= maxCells || body.size() + qint64(cell.text.size()) + bytesBesideCell > maxBodyBytes))
            break;
        body.add(span.row + m_anchor.row, span.last + m_anchor.column, cell);
        ++cells;
        const Span one{span.row, span.last, span.last};
        cut.area = cut.area.united(areaOf(one));
        cut.spans.push_back(one);
        if (--span.last < span.first)
            block.spans.pop_back();
    }
    return {std::move(cut), cells, body.take()};
}

BlockCutter::Piece BlockCutter::cutRows(Block &block, qint64 maxCells)
{
    Rectangle area = block.area;
    const bool clears = block.kind == Block::Kind::Clear;
    qint64 bytes = 0;
    int rows = 0;
    while (rows < area.rows && (rows == 0 || qint64(rows + 1) * area.columns <= maxCells)) {
        const int row = area.lastRow() - rows;
        for (int column = area.column; !clears && column <= area.lastColumn(); ++column)
            bytes += qint64(m_desired.at(row, column).text.size()) + bytesBesideText;
        if (rows > 0 && bytes > maxBodyBytes)
            break;
        ++rows;
    }
    area.row = area.lastRow() - rows + 1;
    area.rows = rows;
    qint64 changes = 0;
    const auto finish = [&](QByteArray body) {
        block.area.rows -= area.rows;
        return Piece{{block.kind, area, {}}, changes, std::move(body)};
    };

    for (;;) {
        Workiva::ValuesBody body;
        changes = 0;
        for (int row = area.row; row <= area.lastRow(); ++row) {
            body.beginRow();
            for (int column = area.column; column <= area.lastColumn(); ++column) {
                const Cell cell = m_desired.at(row, column);
                const bool isSent = isToBeWritten(m_existing.at(row, column), cell);
                body.add(isSent ? cell : Cell{Sheet::CellKind::Keep, {}});
                changes += isSent;
            }
        }
        if (clears)
            return finish(Workiva::ValuesBody::clearBody());
        if (body.size() <= maxBodyBytes || area.cells() == 1)
            return finish(body.take());
        if (area.rows > 1) { // escapes made it larger than estimated
            area.row += area.rows / 2;
            area.rows -= area.rows / 2;
            continue;
        }
        // A single row that is too large goes in halves.
        block.area.rows -= 1;
        Rectangle right = area;
        area.columns /= 2;
        right.column += area.columns;
        right.columns -= area.columns;
        m_blocks.push_front({block.kind, right, {}});
        m_blocks.push_front({block.kind, area, {}});
        return cutRows(m_blocks.front(), maxCells);
    }
}

} // namespace Writeback
