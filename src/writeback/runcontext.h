#pragma once

#include "domo/dataset.h"
#include "sheet/diff.h"
#include "sheet/fit.h"
#include "sheet/grid.h"
#include "workiva/sheetid.h"
#include "workiva/sheetinfo.h"
#include "workiva/spreadsheet.h"
#include "writeback/existinggrid.h"
#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/runrequest.h"
#include "writeback/writeplan.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace Core {
class Clock;
}

namespace Net {
class Service;
}

namespace Writeback {

// A change that was sent and of whose end nothing is known yet.
struct OpenChange
{
    qint64 id = 0; // the journal's
    std::optional<Block> block{}; // of the grids; none for a change of formats
    bool sentAgain = false; // other requests took its place: what is in then may be theirs
    bool denied = false; // the service said no: believed when reading back has shown the old state for long enough
};

// What the steps of one run share: each reads what earlier ones left, and leaves its own. Plain values but for the
// services and the journal, which the run owns. The grids lie at the region's anchor: their cell (0, 0) is the region's
// top left.
struct RunContext
{
    RunRequest request;
    Net::Service *domo = nullptr; // null in a run without a DataSet
    Net::Service *workiva = nullptr;
    Core::Clock *clock = nullptr;
    Journal *journal = nullptr; // null in a dry run that has none to look into

    // By the step that found them, which finds its own again when it runs again.
    std::map<StepName, QList<Finding>> findings;

    // Before anything is asked
    QList<LeftChange> left; // what earlier runs left under way on the sheet
    QDateTime lastUnverifiedEnd; // see Journal

    // Inspect
    Domo::DataSet dataSet;
    Workiva::Spreadsheet spreadsheet;
    Workiva::SheetInfo sheet;

    // FetchSource, ReadTarget
    bool sourceIsAtHand = false; // fetched or stored: nobody has to be asked for it again
    Sheet::Grid source; // until Compose takes it
    qint64 sourceRows = 0; // without the row of names
    int sourceColumns = 0;
    qint64 notNumbers = 0;
    ExistingGrid existing; // kept true while writing: what is read goes here
    bool sheetMoved = false; // Recheck: the sheet was changed after it was read, and has to be read again
    bool existingChanged = true; // that reading found other cells than the one before
    qint64 unreadableCells = 0; // of the region, that are no valid text
    QString firstUnreadable; // in A1 notation

    // Compose
    bool isComposed = false; // for Compose alone: `desired` and `fit` are there
    Sheet::Grid desired;
    Sheet::Fit fit;
    Sheet::Diff diff; // what is still to be written

    // Review
    int rechecks = 0; // how often the sheet had moved
    ChangeCounts changes; // as reviewed
    std::vector<Sheet::Span> planned; // as reviewed: the cells that the run sets out to change

    // Write, Verify
    std::optional<Sheet::Diff> cure; // text that the sheet took for something else: gets the TEXT format, is sent again
    int cures = 0; // how often that was sent
    bool sent = false; // a request to change the sheet has left
    std::vector<OpenChange> open; // sent, and what became of them was not seen
    qint64 cellsDone = 0; // in blocks whose operation completed, or that reading back found in the sheet
    bool renewedUnseen = false; // a reading failed half-way: whether cells had changed by then is not known
    bool sheetAltered = false; // reading back found cells that are not as they were before
    bool provenUntouched =
        false; // all readings after the last change, over the time that they may lag, found the old state
    qint64 cellsCompared = 0; // in the last reading of the whole region
    std::chrono::milliseconds caughtUp{0};
    QList<Difference> differences;
    QStringList operations;
    std::optional<Core::Error> notRecorded; // the first thing that the journal could not keep

    std::optional<std::chrono::milliseconds> stopBy; // by the clock: when a cancelled run has to be over

    [[nodiscard]] Sheet::Address anchor() const { return request.region.anchor(); }
    [[nodiscard]] QList<Finding> allFindings() const // in the order of the steps
    {
        QList<Finding> all;
        for (const auto &[step, found] : findings)
            all += found;
        return all;
    }

    // Of the region: all of a closed one, what the sheet and the data have of an open one.
    [[nodiscard]] qint64 comparedCells() const
    {
        const Sheet::Rectangle region = request.region.bounded();
        if (request.region.isClosed() && region.cells() <= Sheet::maxSpreadsheetCells)
            return region.cells();
        const Sheet::Grid &held = existing;
        return qint64(std::max(held.rows(), desired.rows())) * std::max(held.columns(), desired.columns());
    }

    [[nodiscard]] Workiva::SheetId sheetId() const { return {request.spreadsheetId, request.sheetId}; }
    [[nodiscard]] SheetPlace place() const { return request.place(); }

    // A block of the grids as a block of the sheet.
    [[nodiscard]] Sheet::Rectangle inSheet(Sheet::Rectangle block) const
    {
        block.row += anchor().row;
        block.column += anchor().column;
        return block;
    }

    // A DATE or DATETIME column of the desired grid, unless it is to stay text.
    [[nodiscard]] bool holdsDates(int column) const
    {
        if (!request.dataSet() || request.dataSet()->datesAsText || column >= dataSet.schema.size())
            return false;
        const std::optional<Sheet::ColumnType> type = dataSet.schema[column].type;
        return type == Sheet::ColumnType::Date || type == Sheet::ColumnType::DateTime;
    }

    // For what the journal cannot keep once the run has begun to write: it goes on, and says so at its end.
    void note(const Core::Result<void> &kept)
    {
        if (!kept && !notRecorded)
            notRecorded = kept.error();
    }
};

} // namespace Writeback
