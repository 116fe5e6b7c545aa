#pragma once

#include "core/login.h"
#include "net/retrypolicy.h"
#include "sheet/grid.h"
#include "sheet/region.h"
#include "sheet/updatemethod.h"
#include "writeback/sheetplace.h"

#include <memory>
#include <variant>

namespace Writeback {

// When the review of a run waits for RunController::answer(), if there is something to write.
enum class Prompt {
    Never, // nobody is there: what a person would have to allow is refused
    BeforeLoss, // when formulas would be overwritten, or more is cleared than written
    Always,
};

// What a run does when an earlier one sent a change of the same sheet that nobody can follow to its end.
enum class Unsettled {
    Refuse, // a dry run goes on, and says so
    Wait, // until RunRequest::settleTime has gone by since it was sent
    GoOn, // and says so
};

// A DataSet of Domo, exported by the client `domo`.
struct DataSetSource
{
    Core::Login domo;
    QString dataSetId;
    bool columnNames = true; // the column names are the first row
    bool datesAsText = false; // DATE and DATETIME columns are text to the sheet as well

    [[nodiscard]] int headerRows() const { return columnNames ? 1 : 0; }
};

// A grid that is at hand, such as what a region held before. Nobody is asked for it.
struct StoredGrid
{
    std::shared_ptr<const Sheet::Grid> grid; // not null
};

// What to write where: everything that a run needs to know before it starts.
struct RunRequest
{
    std::variant<DataSetSource, StoredGrid> source;
    Core::Login workiva;
    QString spreadsheetId;
    QString sheetId;
    QString sheetPath{}; // as it was last known, for showing; may be empty
    QString sheetNameInRegion{}; // that the region was typed with: has to be the sheet's; may be empty
    Sheet::Region region;
    Sheet::UpdateMethod method;
    bool dryRun = false; // ends after the review
    bool asKept = false; // send values in the form that a sheet keeps: line breaks as LF, numbers with 15 digits
    bool allowClearing = false; // may clear more cells than it writes without asking
    Unsettled unsettled = Unsettled::Refuse;
    std::chrono::milliseconds settleTime = std::chrono::minutes(5);
    // How long a reading may lag behind a change that has ended. Nobody documents it; a script on the real service had
    // to read again after 2 and 4 s.
    std::chrono::milliseconds lag{7'500};
    Net::RetryPolicy retry{}; // with both services
    Prompt prompt = Prompt::Never;
    QString profileId{}; // of the saved writeback that runs; empty: none
    QString profileName{};
    QString account{}; // its name; empty: none that is saved
    QString target{}; // spreadsheet, sheet and region for people

    [[nodiscard]] SheetPlace place() const { return {workiva.baseUrl, spreadsheetId, sheetId}; }

    // The source where it is a DataSet, else null.
    [[nodiscard]] DataSetSource *dataSet() { return std::get_if<DataSetSource>(&source); }
    [[nodiscard]] const DataSetSource *dataSet() const { return std::get_if<DataSetSource>(&source); }
};

} // namespace Writeback
