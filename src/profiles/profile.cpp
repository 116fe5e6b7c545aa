#include "profiles/profile.h"

#include "profiles/fields.h"

namespace Profiles {

QJsonObject toJson(const Profile &profile)
{
    QJsonObject json = profile.unknown;
    json.insert(QStringLiteral("id"), profile.id);
    json.insert(QStringLiteral("name"), profile.name);
    json.insert(QStringLiteral("description"), profile.description);
    json.insert(QStringLiteral("accountId"), profile.accountId);
    json.insert(QStringLiteral("dataSetId"), profile.dataSetId);
    json.insert(QStringLiteral("dataSetName"), profile.dataSetName);
    json.insert(QStringLiteral("spreadsheetId"), profile.spreadsheetId);
    json.insert(QStringLiteral("spreadsheetName"), profile.spreadsheetName);
    json.insert(QStringLiteral("sheetId"), profile.sheetId);
    json.insert(QStringLiteral("sheetPath"), profile.sheetPath);
    json.insert(QStringLiteral("region"), profile.region.toString());
    json.insert(QStringLiteral("updateMethod"), Sheet::name(profile.method));
    json.insert(QStringLiteral("columnNames"), profile.columnNames);
    json.insert(QStringLiteral("asKept"), profile.asKept);
    json.insert(QStringLiteral("datesAsText"), profile.datesAsText);
    return json;
}

Core::Result<Profile> profileFromJson(const QJsonObject &json)
{
    Fields fields(json);
    Profile profile;
    profile.id = fields.text(QStringLiteral("id"));
    profile.name = fields.text(QStringLiteral("name"));
    profile.description = fields.text(QStringLiteral("description"), QString());
    profile.accountId = fields.text(QStringLiteral("accountId"), QString());
    profile.dataSetId = fields.text(QStringLiteral("dataSetId"));
    profile.dataSetName = fields.text(QStringLiteral("dataSetName"), QString());
    profile.spreadsheetId = fields.text(QStringLiteral("spreadsheetId"));
    profile.spreadsheetName = fields.text(QStringLiteral("spreadsheetName"), QString());
    profile.sheetId = fields.text(QStringLiteral("sheetId"));
    profile.sheetPath = fields.text(QStringLiteral("sheetPath"), QString());
    const QString region = fields.text(QStringLiteral("region"));
    const QString method = fields.text(QStringLiteral("updateMethod"));
    profile.columnNames = fields.boolean(QStringLiteral("columnNames"), true);
    profile.asKept = fields.boolean(QStringLiteral("asKept"), false);
    profile.datesAsText = fields.boolean(QStringLiteral("datesAsText"), false);
    profile.unknown = fields.rest();
    if (fields.error())
        return tl::unexpected(*fields.error());
    const auto parsed = Sheet::Region::parse(region);
    if (!parsed)
        return tl::unexpected(parsed.error());
    profile.region = *parsed;
    const auto known = Sheet::updateMethod(method);
    if (!known)
        return Core::fail(Core::ErrorKind::BadReply, QStringLiteral("updateMethod"), method);
    profile.method = *known;
    return profile;
}

} // namespace Profiles
