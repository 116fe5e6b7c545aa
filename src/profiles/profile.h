#pragma once

#include "core/result.h"
#include "profiles/schedule.h"
#include "sheet/guardrules.h"
#include "sheet/region.h"
#include "sheet/rowquery.h"
#include "sheet/shaping.h"
#include "sheet/update.h"

#include <QJsonObject>

namespace Profiles {

// A saved writeback: what is written where, and how. Names of things at the services are as of the last save, for
// display without a request; the IDs identify them.
struct Profile
{
    QString id; // names the file; unchanged when the profile is renamed
    QString name;
    QString description;
    QString group; // a label under which the list shows it, without outer blanks; may be empty
    QString accountId; // empty in an imported profile without an account
    QString dataSetId;
    QString dataSetName;
    QString spreadsheetId;
    QString spreadsheetName;
    QString sheetId;
    QString sheetPath;
    Sheet::Region region;
    Sheet::RowQuery query; // which rows are written; its parameter `period` is below
    Sheet::Shaping shaping; // which columns are written, and how
    QString period; // of the data, see Sheet::periodIn(); empty: not named
    Sheet::Update update;
    Sheet::GuardRules guards; // what the checks before a write do
    Schedule schedule; // when it runs without a person
    bool columnNames = true; // the first row has the column names
    bool asKept = false; // line breaks and long numbers are sent as a sheet stores them
    bool datesAsText = false; // dates are written as text
    bool archived = false; // put away: not among those in use, but kept with its runs
    QJsonObject unknown; // fields of a later version of this program, preserved when the profile is saved

    friend bool operator==(const Profile &, const Profile &) = default;
};

[[nodiscard]] QJsonObject toJson(const Profile &profile); // a document of the current version, see migrations.h

// From a document of any version up to the current one. BadFile with the path as subject ("$.sheetId") if something is
// missing or of another type; with the cause Core::LaterVersion if a later version of this program wrote it;
// InvalidRegion.
[[nodiscard]] Core::Result<Profile> profileFromJson(const QJsonObject &document);

} // namespace Profiles
