#include "writeback/leftvalues.h"

#include "sheet/fingerprint.h"
#include "sheet/packedgrid.h"
#include "writeback/runcontext.h"

namespace Writeback {

Sheet::PlacedCells leftInEdited(const RunContext &run, const Sheet::Grid &now)
{
    constexpr qint64 maxBytes = 1 << 24; // a whole sheet that was edited is not worth a third grid
    Sheet::PlacedCells cells;
    if (run.edited.empty() || !run.left || !run.journal)
        return cells;
    const JournalEntry entry = entryOf(run.request);
    const auto fingerprint = Sheet::Fingerprint::fromBytes(run.left->fingerprint);
    const auto kept = run.journal->leftValues(entry.sheet, entry.region, run.left->ended);
    const auto packed = kept ? Sheet::PackedGrid::fromBytes(*kept) : std::nullopt;
    if (!fingerprint || !packed)
        return cells;
    packed->visitCells(run.edited, [&](const Sheet::Address &place, const Sheet::Cell &cell) {
        if (cell.kind != Sheet::CellKind::Unreadable && fingerprint->matches(place, cell)
            && !fingerprint->matches(place, now.at(place.row, place.column)))
            cells.add(place, cell);
        return cells.bytes() < maxBytes;
    });
    return cells;
}

} // namespace Writeback
