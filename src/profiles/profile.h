#pragma once

#include "core/result.h"
#include "sheet/region.h"
#include "sheet/updatemethod.h"

#include <QJsonObject>

namespace Profiles {

// A saved connection: what is written where, and how. Names of things at the services are what they were called when
// the profile was saved, for showing without asking; the ids decide.
struct Profile
{
    QString id; // names the file; stays when the profile is renamed
    QString name;
    QString description;
    QString accountId; // empty in an imported profile that has none yet
    QString dataSetId;
    QString dataSetName;
    QString spreadsheetId;
    QString spreadsheetName;
    QString sheetId;
    QString sheetPath;
    Sheet::Region region;
    Sheet::UpdateMethod method;
    bool columnNames = true; // the column names are the first row
    bool asKept = false; // line breaks and long numbers are sent the way a sheet keeps them
    bool datesAsText = false; // dates are text to the sheet as well
    QJsonObject unknown; // fields of a later version of this program: kept when the profile is saved

    friend bool operator==(const Profile &, const Profile &) = default;
};

[[nodiscard]] QJsonObject toJson(const Profile &profile); // a document of the current version, see migrations.h

// From a document of any version up to the current one. BadFile with the place as subject ("$.sheetId") when something
// is missing or of another type, and with the cause Core::LaterVersion when a later version of this program wrote it;
// InvalidRegion.
[[nodiscard]] Core::Result<Profile> profileFromJson(const QJsonObject &document);

} // namespace Profiles
