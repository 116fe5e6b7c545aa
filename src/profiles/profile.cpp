#include "profiles/profile.h"

#include "profiles/fields.h"

using namespace Qt::StringLiterals;

namespace Profiles {

QJsonObject toJson(const Profile &profile)
{
    QJsonObject json = profile.unknown;
    json.insert(u"id"_s, profile.id);
    json.insert(u"name"_s, profile.name);
    json.insert(u"description"_s, profile.description);
    json.insert(u"accountId"_s, profile.accountId);
    json.insert(u"dataSetId"_s, profile.dataSetId);
    json.insert(u"dataSetName"_s, profile.dataSetName);
    json.insert(u"spreadsheetId"_s, profile.spreadsheetId);
    json.insert(u"spreadsheetName"_s, profile.spreadsheetName);
    json.insert(u"sheetId"_s, profile.sheetId);
    json.insert(u"sheetPath"_s, profile.sheetPath);
    json.insert(u"region"_s, profile.region.toString());
    json.insert(u"updateMethod"_s, Sheet::name(profile.method));
    json.insert(u"columnNames"_s, profile.columnNames);
    json.insert(u"asKept"_s, profile.asKept);
    json.insert(u"datesAsText"_s, profile.datesAsText);
    return json;
}

Core::Result<Profile> profileFromJson(const QJsonObject &json)
{
    Fields fields(json);
    Profile profile;
    profile.id = fields.text(u"id"_s);
    profile.name = fields.text(u"name"_s);
    profile.description = fields.text(u"description"_s, QString());
    profile.accountId = fields.text(u"accountId"_s, QString());
    profile.dataSetId = fields.text(u"dataSetId"_s);
    profile.dataSetName = fields.text(u"dataSetName"_s, QString());
    profile.spreadsheetId = fields.text(u"spreadsheetId"_s);
    profile.spreadsheetName = fields.text(u"spreadsheetName"_s, QString());
    profile.sheetId = fields.text(u"sheetId"_s);
    profile.sheetPath = fields.text(u"sheetPath"_s, QString());
    const QString region = fields.text(u"region"_s);
    const QString method = fields.text(u"updateMethod"_s);
    profile.columnNames = fields.boolean(u"columnNames"_s, true);
    profile.asKept = fields.boolean(u"asKept"_s, false);
    profile.datesAsText = fields.boolean(u"datesAsText"_s, false);
    profile.unknown = fields.rest();
    if (fields.error())
        return Core::fail(*fields.error());
    const auto parsed = Sheet::Region::parse(region);
    if (!parsed)
        return Core::propagate(parsed);
    profile.region = *parsed;
    const auto known = Sheet::updateMethod(method);
    if (!known)
        return Core::fail(Core::ErrorKind::BadReply, u"updateMethod"_s, method);
    profile.method = *known;
    return profile;
}

} // namespace Profiles
