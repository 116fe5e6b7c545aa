#pragma once

#include "core/login.h"
#include "core/proxychoice.h"
#include "net/retrypolicy.h"
#include "sheet/diff.h"
#include "sheet/grid.h"
#include "sheet/guardrules.h"
#include "sheet/region.h"
#include "sheet/rowquery.h"
#include "sheet/shaping.h"
#include "sheet/update.h"
#include "writeback/occasion.h"
#include "writeback/sheetplace.h"

#include <memory>
#include <variant>

namespace Writeback {

// When a run with something to write waits for RunController::answer() after its review.
enum class Prompt {
    Never, // nobody can answer: whatever would need confirmation is refused
    BeforeLoss, // if formulas would be overwritten, or a guard stops that a person may decide, see needsDecision()
    Always,
};

// What a person decides who has seen the review.
struct Decision
{
    bool writes = false;
    std::vector<Sheet::Span> keep{}; // cells of the grids that are to be written but shall stay as they are
    QList<Sheet::Acceptance> accept{}; // of checks that stop; the run's records have them, see ruleAgain()

    friend bool operator==(const Decision &, const Decision &) = default;
};

// What a run does if an earlier run sent a change to the same sheet whose outcome cannot be determined.
enum class Unsettled {
    Refuse, // a dry run continues and reports it
    Wait, // until RunRequest::settleTime after it was sent
    Proceed, // and reports it
};

// A DataSet in Domo, exported or queried with the client `domo`.
struct DataSetSource
{
    Core::Login domo;
    QString dataSetId;
    Sheet::RowQuery query{}; // with the run's period, see Sheet::withPeriod()
    bool columnNames = true; // the first row contains the column names
    bool datesAsText = false; // columns of dates are written as text
    Sheet::Shaping shaping{}; // of the columns of the DataSet, or of the query's result

    [[nodiscard]] int headerRows() const { return columnNames ? 1 : 0; }
    [[nodiscard]] bool isQueried() const { return !query.sql.isEmpty(); }
};

// A grid in memory, such as an earlier content of the region. No service is needed for it.
struct StoredGrid
{
    std::shared_ptr<const Sheet::Grid> grid; // not null
};

// Everything that a run needs to know before it starts.
struct RunRequest
{
    std::variant<DataSetSource, StoredGrid> source;
    Core::Login workiva;
    QString spreadsheetId;
    QString sheetId;
    QString sheetPath{}; // as last known, for display; may be empty
    QString sheetNameInRegion{}; // the sheet name that the region was entered with; must match the sheet; may be empty
    Sheet::Region region;
    Sheet::Update update;
    bool keepsEdits = false; // cells that changed in the sheet since the last verified run of the region stay
    bool dryRun = false; // ends after the review
    // Send values as a sheet stores them: line breaks as LF, numbers with Sheet::exactDigits digits.
    bool asKept = false;
    QString period{}; // the data is to be of: the beginning of its dates, such as "2026-06"; empty: not named
    Sheet::GuardRules guards{}; // which checks warn, stop or are not made, and what has been accepted
    // May clear more cells than it writes, or all of them, without confirmation: where these guards stop, they warn.
    bool allowClearing = false;
    Unsettled unsettled = Unsettled::Refuse;
    std::chrono::milliseconds settleTime = std::chrono::minutes(5);
    // How long readings may lag behind a completed change. It is not documented; a script against the real service had
    // to read again after 2 and 4 s.
    std::chrono::milliseconds lag{7'500};
    Net::RetryPolicy retry{}; // for both services
    Core::ProxyChoice proxy{}; // likewise
    Prompt prompt = Prompt::Never;
    QString profileId{}; // of the saved writeback; empty: none
    QString profileName{};
    QString account{}; // its name; empty: not a saved account
    QString target{}; // spreadsheet, sheet and region as text
    Occasion occasion{};

    [[nodiscard]] SheetPlace place() const { return {workiva.baseUrl, spreadsheetId, sheetId}; }

    // The source if it is a DataSet, else null.
    [[nodiscard]] DataSetSource *dataSet() { return std::get_if<DataSetSource>(&source); }
    [[nodiscard]] const DataSetSource *dataSet() const { return std::get_if<DataSetSource>(&source); }
};

} // namespace Writeback

Q_DECLARE_METATYPE(Writeback::Decision)
