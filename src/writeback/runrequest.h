#pragma once

#include "net/retrypolicy.h"
#include "sheet/region.h"
#include "sheet/updatemethod.h"

#include <QUrl>

namespace Writeback {

// Where a service is, and who asks. The secret lives as long as the run.
struct Login
{
    QUrl baseUrl;
    QString clientId;
    QString clientSecret;
};

// When the review of a run waits for RunController::answer(), if there is something to write.
enum class Ask {
    Never,
    BeforeFormulasGo, // when formulas would be overwritten, which nothing brings back
    Always,
};

// What to write where: everything that a run needs to know before it starts.
struct RunRequest
{
    Login domo;
    Login workiva;
    QString dataSetId;
    QString spreadsheetId;
    QString sheetId;
    QString sheetPath{}; // as it was last known, for showing; may be empty
    Sheet::Region region;
    Sheet::UpdateMethod method = Sheet::UpdateMethod::Replace;
    bool columnNames = true; // the column names are the first row
    bool dryRun = false; // ends after the review
    Net::RetryPolicy patience; // with both services
    Ask ask = Ask::Never;
};

} // namespace Writeback
