#include "sandbox/operationnames.h"

using namespace Qt::StringLiterals;

namespace Sandbox {

QStringList operationNames()
{
    return {u"getAccessToken"_s,
            u"postAccessToken"_s,
            u"listDataSets"_s,
            u"getDataSet"_s,
            u"exportDataSet"_s,
            u"queryDataSet"_s,
            u"tokenRequest"_s,
            u"getSpreadsheets"_s,
            u"getSpreadsheetById"_s,
            u"getSpreadsheetMilestones"_s,
            u"spreadsheetLinksPublication"_s,
            u"getSheets"_s,
            u"createSheet"_s,
            u"getSheetById"_s,
            u"deleteSheetById"_s,
            u"getSheetData"_s,
            u"updateSheet"_s,
            u"getValuesByRange"_s,
            u"updateValuesByRange"_s,
            u"getOperationById"_s,
            u"copySheet"_s,
            u"spreadsheetExport"_s,
            u"getSpreadsheetPermissions"_s,
            u"getSheetPermissions"_s,
            u"getTableCells"_s,
            u"getRangeLinks"_s,
            u"getRangeLinkDestinations"_s,
            u"milestoneCreation"_s,
            u"getMilestoneCreationResults"_s,
            u"getMilestoneById"_s,
            u"deleteMilestoneById"_s};
}

} // namespace Sandbox
