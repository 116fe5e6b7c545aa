#pragma once

#include "domo/dataset.h"
#include "domo/shapedcolumns.h"
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
#include "writeback/sheetfacts.h"
#include "writeback/writeplan.h"

#include <algorithm>
#include <chrono>
#include <iterator>
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

// A change that was sent and whose end is not known yet.
struct OpenChange
{
    qint64 id = 0; // in the journal
    std::optional<Block> block{}; // in the grids; none for a change of formats
    bool sentAgain = false; // other requests repeated it, so cells found in the sheet may be theirs
    // Rejected by the service, which is believed once reading back has shown the old state for long enough.
    bool denied = false;
};

// What the steps of a run share: each uses the results of earlier ones and leaves its own. Plain values, except for the
// services and the journal, which the run owns. The grids' (0, 0) is the region's top left.
struct RunContext
{
    RunRequest request;
    Net::Service *domo = nullptr; // null if the run has no DataSet
    Net::Service *workiva = nullptr;
    Core::Clock *clock = nullptr;
    Journal *journal = nullptr; // null in a dry run without a journal

    QDate today; // in UTC, the same for the whole run: whether an acceptance still holds

    // The records of all checks, by the step that made them; a step that runs again makes its own again.
    std::map<StepName, QList<Finding>> checks;

    // Before the first request
    QList<PendingChange> pending; // changes of earlier runs on this sheet that have not ended
    QDateTime lastUnverifiedEnd; // see Journal
    std::optional<LeftCells> left; // likewise
    std::optional<VerifiedRun> lastVerified; // likewise; none: there is none, or there is no journal

    // Inspect
    Domo::DataSet dataSet;
    // Of the DataSet, as the request wants them: the columns of `source` and `desired`. Those of a query are known once
    // FetchSource has its reply.
    Domo::ShapedColumns shaped;
    Workiva::Spreadsheet spreadsheet;
    Workiva::SheetInfo sheet;

    // FetchSource, ReadTarget
    bool sourceIsAtHand = false; // fetched or stored: it does not have to be fetched again
    Sheet::Grid source; // until Compose takes it
    qint64 sourceRows = 0; // without the header row
    int sourceColumns = 0;
    qint64 notNumbers = 0;
    QList<qint64> zerosDropped; // numbers received with zeros in front, by column
    qint64 notDates = 0;
    ExistingGrid existing; // updated while writing: everything read goes here
    bool sheetMoved = false; // Recheck: the sheet changed after it was read and has to be read again
    bool existingChanged = true; // the last reading found other cells than those reviewed, if any were
    qint64 unreadableCells = 0; // in the region: cells without valid text
    QString firstUnreadable; // in A1 notation

    // Compose
    bool isComposed = false; // only for Compose: `desired` and `fit` exist
    Sheet::Grid desired;
    Sheet::Fit fit;
    qint64 formulasKept = 0; // where other values were desired
    Sheet::Address firstFormulaKept{}; // in the grids
    Sheet::Diff diff; // still to be written
    std::optional<KeyCounts> byKey;
    std::optional<Sheet::KeyShift> shift; // with byKey, until either grid changes
    DataFacts data;
    std::vector<Sheet::Span> edited; // cells to be written that changed in the sheet since `left`
    std::optional<RegionSince> regionSince; // in a dry run; none: see RunReport
    std::vector<Sheet::Span> keptEdits; // of those, the ones that are left alone instead
    std::optional<MatchedRows> matched; // with byKey

    // Review
    bool isReviewed = false; // once, with the present or an earlier reading
    bool isToRecompose = false; // a person keeps cells: they have to be left out
    SheetFacts facts;
    int rechecks = 0; // how often the sheet had changed
    ChangeCounts changes; // as reviewed
    std::vector<Sheet::Span> planned; // as reviewed: the cells to be changed

    // Write, Verify
    std::optional<Sheet::Diff> cure; // texts that the sheet converted: they get the TEXT format and are sent again
    int cures = 0; // how often a cure was sent
    bool sent = false; // a request to change the sheet was sent
    std::vector<OpenChange> open; // sent, with unknown outcome
    qint64 cellsDone = 0; // in blocks whose operation completed or that a read-back found in the sheet
    bool renewedUnseen = false; // a reading failed partway: whether cells had changed before is not known
    bool sheetAltered = false; // a read-back found cells that differ from before
    bool provenUntouched = false; // all readings after the last change, during the read lag, found the old state
    qint64 cellsCompared = 0; // in the last reading of the whole region
    std::chrono::milliseconds caughtUp{0};
    QList<Difference> differences;
    QStringList operations;
    std::optional<Core::Error> notRecorded; // the first failure of the journal

    std::optional<std::chrono::milliseconds> stopBy; // by the clock: when a cancelled run has to end

    [[nodiscard]] Sheet::Address anchor() const { return request.region.anchor(); }

    // In the order of the steps: those that found something, or those that did not.
    [[nodiscard]] QList<Finding> checksThat(bool haveFound) const
    {
        QList<Finding> all;
        for (const auto &[step, made] : checks)
            std::ranges::copy_if(made, std::back_inserter(all),
                                 [haveFound](const Finding &one) { return one.hasFound() == haveFound; });
        return all;
    }
    [[nodiscard]] QList<Finding> allFindings() const { return checksThat(true); }

    // See Sheet::cellsToCompare(). Those that are left alone are read, but there is nothing to compare them with: see
    // Sheet::Diff::kept.
    [[nodiscard]] qint64 cellsOfRegion() const
    {
        const Sheet::Grid &held = existing;
        return Sheet::cellsToCompare(request.region, std::max(held.rows(), desired.rows()),
                                     std::max(held.columns(), desired.columns()));
    }

    // What the metadata tell of the source's columns: those of an export; nothing of the result of a query.
    [[nodiscard]] QList<Domo::Column> knownColumns() const
    {
        return request.dataSet() && !request.dataSet()->isQueried() ? dataSet.schema : QList<Domo::Column>();
    }

    // Of the desired grid, as far as it is known before the source has arrived; none: nothing is.
    [[nodiscard]] std::optional<Sheet::Rectangle> expectedSize() const
    {
        const bool isToldBefore = request.dataSet() && !request.dataSet()->isQueried();
        if (!sourceIsAtHand && !isToldBefore)
            return {};
        const qint64 rows = (sourceIsAtHand ? sourceRows : dataSet.rows.value_or(0)) + headerRows();
        const qsizetype columns = sourceIsAtHand ? sourceColumns : shaped.columns.size();
        return Sheet::Rectangle{.rows = int(std::min<qint64>(rows, Sheet::maxRows)), .columns = int(columns)};
    }

    // Of the source: the first rows with the column names.
    [[nodiscard]] int headerRows() const { return request.dataSet() ? request.dataSet()->headerRows() : 0; }

    // Columns of the desired grid that may identify rows: no measures, and no dates that a sheet may hold otherwise.
    [[nodiscard]] Sheet::Key possibleKeys() const
    {
        Sheet::Key columns;
        for (int column = 0; column < desired.columns(); ++column) {
            const auto type = column < shaped.columns.size() ? shaped.columns[column].type : Sheet::ColumnType::String;
            const bool isMeasure = type == Sheet::ColumnType::Double || type == Sheet::ColumnType::Decimal;
            if (!isMeasure && !holdsDates(column))
                columns.push_back(column);
        }
        return columns;
    }

    // That of the DataSet, or its new one; without a name, the letters of its column in the sheet.
    [[nodiscard]] QString columnName(int column) const
    {
        const bool isNamed = column < shaped.columns.size() && !shaped.columns[column].name.isEmpty();
        return isNamed ? shaped.columns[column].name : Sheet::columnName(anchor().column + column);
    }

    // As options name a column: by its name in the DataSet, whatever its new one is.
    [[nodiscard]] QString sourceName(int column) const
    {
        const bool isNamed = column < shaped.origins.size() && !shaped.origins[column].name.isEmpty();
        return isNamed ? shaped.origins[column].name : Sheet::columnName(anchor().column + column);
    }

    [[nodiscard]] bool isNumeric(int column) const // of the desired grid
    {
        const auto type = column < shaped.columns.size() ? shaped.columns[column].type : std::nullopt;
        return type && Sheet::isNumeric(*type);
    }

    [[nodiscard]] Workiva::SheetId sheetId() const { return {request.spreadsheetId, request.sheetId}; }
    [[nodiscard]] SheetPlace place() const { return request.place(); }

    // Converts a block of the grids to one of the sheet.
    [[nodiscard]] Sheet::Rectangle inSheet(Sheet::Rectangle block) const
    {
        block.row += anchor().row;
        block.column += anchor().column;
        return block;
    }

    // A column of dates of the desired grid, unless dates are written as text.
    [[nodiscard]] bool holdsDates(int column) const
    {
        if (!request.dataSet() || request.dataSet()->datesAsText || column >= shaped.columns.size())
            return false;
        const std::optional<Sheet::ColumnType> type = shaped.columns[column].type;
        return type && Sheet::holdsDates(*type);
    }

    // For journal failures after the run has started writing: the run continues and reports them at its end.
    void note(const Core::Result<void> &kept)
    {
        if (!kept && !notRecorded)
            notRecorded = kept.error();
    }
};

} // namespace Writeback
