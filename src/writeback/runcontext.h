#pragma once

#include "domo/dataset.h"
#include "sheet/diff.h"
#include "sheet/fit.h"
#include "sheet/grid.h"
#include "workiva/sheetinfo.h"
#include "workiva/spreadsheet.h"
#include "writeback/runreport.h"
#include "writeback/runrequest.h"
#include "writeback/writeplan.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Core {
class Clock;
}

namespace Net {
class Service;
}

namespace Writeback {

// What the steps of one run share: each reads what earlier ones left, and leaves its own. Plain values but for the
// services, which the run owns. The grids lie at the region's anchor: their cell (0, 0) is the region's top left.
struct RunContext
{
    RunRequest request;
    Net::Service *domo = nullptr;
    Net::Service *workiva = nullptr;
    Core::Clock *clock = nullptr;

    // Inspect
    Domo::DataSet dataSet;
    Workiva::Spreadsheet spreadsheet;
    Workiva::SheetInfo sheet;

    // FetchSource, ReadTarget
    Sheet::Grid source;
    qint64 sourceRows = 0;
    qint64 notNumbers = 0;
    Sheet::Grid existing; // kept true while writing: what is read back goes here

    // Compose
    Sheet::Grid desired;
    Sheet::Fit fit;
    Sheet::Diff diff; // what is still to be written

    // Review
    QList<Finding> findings;
    ChangeCounts changes; // as reviewed

    // Write, Verify
    Sheet::Rectangle sent; // in the sheet: all that a request was sent for, read back before the run ends
    std::vector<Block> inDoubt; // were sent, and what became of them was not seen
    bool formatted = false; // cells were given another format
    bool formatInDoubt = false; // or may have been: no answer was seen
    qint64 cellsWritten = 0;
    qint64 cellsVerified = 0;
    qint64 cellsWrong = 0;
    bool sheetAltered = false; // reading back found cells that are not as they were before
    QString firstWrong;
    QStringList operations;

    std::optional<std::chrono::milliseconds> stopBy; // by the clock: when a cancelled run has to be over

    [[nodiscard]] Sheet::Address anchor() const { return request.region.anchor(); }

    // A block of the grids as a block of the sheet.
    [[nodiscard]] Sheet::Rectangle inSheet(Sheet::Rectangle block) const
    {
        block.row += anchor().row;
        block.column += anchor().column;
        return block;
    }
};

} // namespace Writeback
