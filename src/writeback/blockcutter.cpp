#include "writeback/blockcutter.h"

#include "workiva/editcellsbody.h"
#include "workiva/valuesbody.h"

namespace Writeback {

namespace {

using Sheet::Cell;
using Sheet::Rectangle;
using Sheet::Span;

constexpr qint64 bytesBesideText = 8; // quotes, comma and brackets of a value, for estimates
constexpr qint64 bytesBesideCell = 48; // the same for an edited cell

} // namespace

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
        cut.area = cut.area.united(Rectangle{span.row, span.last, 1, 1});
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
        const Sheet::Grid::Row desired = m_desired.row(area.lastRow() - rows);
        for (int column = area.column; !clears && column <= area.lastColumn(); ++column)
            bytes += qint64(desired[column].text.size()) + bytesBesideText;
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

    const Cell kept{Sheet::CellKind::Keep, {}};
    for (qint64 expectedSize = std::min(bytes, maxBodyBytes);; expectedSize /= 2) {
        Workiva::ValuesBody body(expectedSize);
        changes = 0;
        for (int row = area.row; row <= area.lastRow(); ++row) {
            const Sheet::Grid::Row existing = m_existing.row(row);
            const Sheet::Grid::Row desired = m_desired.row(row);
            body.beginRow();
            for (int column = area.column; column <= area.lastColumn(); ++column) {
                const Cell cell = desired[column];
                const bool isSent = isToBeWritten(existing[column], cell);
                body.add(isSent ? cell : kept);
                changes += isSent;
            }
        }
        if (clears)
            return finish(Workiva::ValuesBody::clearBody());
        if (body.size() <= maxBodyBytes || area.cells() == 1)
            return finish(body.take());
        if (area.rows > 1) { // escaping made it larger than estimated
            area.row += area.rows / 2;
            area.rows -= area.rows / 2;
            continue;
        }
        // A single row that is too large is halved.
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
