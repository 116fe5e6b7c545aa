#include "sandbox/operationnames.h"

namespace Sandbox {

QStringList operationNames()
{
    return {QStringLiteral("getAccessToken"),
            QStringLiteral("postAccessToken"),
            QStringLiteral("listDataSets"),
            QStringLiteral("getDataSet"),
            QStringLiteral("exportDataSet"),
            QStringLiteral("queryDataSet"),
            QStringLiteral("tokenRequest"),
            QStringLiteral("getSpreadsheets"),
            QStringLiteral("getSpreadsheetById"),
            QStringLiteral("getSpreadsheetMilestones"),
            QStringLiteral("spreadsheetLinksPublication"),
            QStringLiteral("getSheets"),
            QStringLiteral("createSheet"),
            QStringLiteral("getSheetById"),
            QStringLiteral("deleteSheetById"),
            QStringLiteral("getSheetData"),
            QStringLiteral("updateSheet"),
            QStringLiteral("getValuesByRange"),
            QStringLiteral("updateValuesByRange"),
            QStringLiteral("getOperationById"),
            QStringLiteral("copySheet"),
            QStringLiteral("spreadsheetExport"),
            QStringLiteral("getSpreadsheetPermissions"),
            QStringLiteral("getSheetPermissions"),
            QStringLiteral("getTableCells"),
            QStringLiteral("getRangeLinks"),
            QStringLiteral("getRangeLinkDestinations"),
            QStringLiteral("milestoneCreation"),
            QStringLiteral("getMilestoneCreationResults"),
            QStringLiteral("getMilestoneById"),
            QStringLiteral("deleteMilestoneById")};
}

} // namespace Sandbox
