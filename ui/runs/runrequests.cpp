#include "ui/runs/runrequests.h"

namespace Desktop {

Writeback::RunRequest runRequest(const Profiles::Profile &profile, const Setup::Login &login)
{
    Writeback::RunRequest request;
    request.domo = {login.domoUrl, login.domoClientId, login.domoClientSecret};
    request.workiva = {login.workivaUrl, login.workivaClientId, login.workivaClientSecret};
    request.dataSetId = profile.dataSetId;
    request.spreadsheetId = profile.spreadsheetId;
    request.sheetId = profile.sheetId;
    request.sheetPath = profile.sheetPath;
    request.region = profile.region;
    request.method = profile.method;
    request.columnNames = profile.columnNames;
    return request;
}

QString targetText(const Profiles::Profile &profile)
{
    return QStringLiteral("%1 / %2 / %3").arg(profile.spreadsheetName, profile.sheetPath, profile.region.toString());
}

} // namespace Desktop
