#include "profiles/profile.h"

#include "core/jsonreader.h"
#include "core/laterversion.h"
#include "profiles/guardsjson.h"
#include "profiles/migrations.h"
#include "profiles/schedulejson.h"
#include "profiles/shapingjson.h"
#include "sheet/period.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

QStringList names(const Core::JsonReader &list)
{
    QStringList names;
    for (const Core::JsonReader &name : list.items())
        names.append(name.string());
    return names;
}

QJsonArray toJson(const QMap<QString, QString> &parameters)
{
    QJsonArray json;
    for (const auto &[name, value] : parameters.asKeyValueRange())
        json.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    return json;
}

QMap<QString, QString> parametersFromJson(const Core::JsonReader &list)
{
    QMap<QString, QString> parameters;
    for (const Core::JsonReader &item : list.items()) {
        const Core::JsonReader name = item["name"_L1];
        if (name.string() == Sheet::periodParameter)
            name.complain(u"a name other than that of the period"_s);
        parameters.insert(name.string(), item["value"_L1].string());
    }
    return parameters;
}

// The IDs and names.
Profile identityFromJson(const Core::JsonReader &json)
{
    Profile profile;
    profile.id = json["id"_L1].string();
    profile.name = json["name"_L1].string();
    profile.description = json["description"_L1].string(QString());
    profile.group = json["group"_L1].string(QString()).trimmed();
    profile.accountId = json["accountId"_L1].string(QString());
    profile.dataSetId = json["dataSetId"_L1].string();
    profile.dataSetName = json["dataSetName"_L1].string(QString());
    profile.spreadsheetId = json["spreadsheetId"_L1].string();
    profile.spreadsheetName = json["spreadsheetName"_L1].string(QString());
    profile.sheetId = json["sheetId"_L1].string();
    profile.sheetPath = json["sheetPath"_L1].string(QString());
    return profile;
}

Core::Result<Schedule> optionalSchedule(const Core::JsonReader &json)
{
    const Core::JsonReader schedule = json["schedule"_L1];
    return json.has("schedule"_L1) ? scheduleFromJson(schedule) : Schedule();
}

} // namespace

QJsonObject toJson(const Profile &profile)
{
    QJsonObject json = profile.unknown;
    json.insert(schemaVersionKey, currentVersion(profileMigrations()));
    json.insert(u"id"_s, profile.id);
    json.insert(u"name"_s, profile.name);
    json.insert(u"description"_s, profile.description);
    json.insert(u"group"_s, profile.group);
    json.insert(u"accountId"_s, profile.accountId);
    json.insert(u"dataSetId"_s, profile.dataSetId);
    json.insert(u"dataSetName"_s, profile.dataSetName);
    json.insert(u"spreadsheetId"_s, profile.spreadsheetId);
    json.insert(u"spreadsheetName"_s, profile.spreadsheetName);
    json.insert(u"sheetId"_s, profile.sheetId);
    json.insert(u"sheetPath"_s, profile.sheetPath);
    json.insert(u"region"_s, profile.region.toString());
    json.insert(u"sql"_s, profile.query.sql);
    json.insert(u"parameters"_s, toJson(profile.query.parameters));
    json.insert(u"columns"_s, toJson(profile.shaping));
    json.insert(u"period"_s, profile.period);
    json.insert(u"updateMethod"_s, Sheet::name({.kind = profile.update.kind}));
    json.insert(u"keyColumns"_s, QJsonArray::fromStringList(profile.update.keys));
    json.insert(u"partitionColumns"_s, QJsonArray::fromStringList(profile.update.partition));
    json.insert(u"keepOrder"_s, profile.update.keepsOrder);
    json.insert(u"formulas"_s, Sheet::name(profile.update.formulas));
    json.insert(u"guards"_s, toJson(profile.guards));
    json.insert(u"schedule"_s, toJson(profile.schedule));
    json.insert(u"columnNames"_s, profile.columnNames);
    json.insert(u"asKept"_s, profile.asKept);
    json.insert(u"datesAsText"_s, profile.datesAsText);
    json.insert(u"archived"_s, profile.archived);
    return json;
}

Core::Result<Profile> profileFromJson(const QJsonObject &document)
{
    const auto current = migrated(document, profileMigrations());
    if (!current)
        return Core::propagate(current);
    const Core::JsonReader json(*current);
    Profile profile = identityFromJson(json);
    const QString region = json["region"_L1].string();
    const Core::JsonReader method = json["updateMethod"_L1];
    profile.columnNames = json["columnNames"_L1].boolean(true);
    profile.asKept = json["asKept"_L1].boolean(false);
    profile.datesAsText = json["datesAsText"_L1].boolean(false);
    profile.archived = json["archived"_L1].boolean(false);
    const auto kind = Sheet::updateMethod(method.string());
    const Core::JsonReader formulas = json["formulas"_L1];
    const auto named = Sheet::formulasOf(formulas.string());
    // Checked first: the rest is only known to the version that wrote it.
    for (const auto &[word, isKnown] : {std::pair(method, kind.has_value()), std::pair(formulas, named.has_value())}) {
        if (!isKnown && word.value().isString())
            return Core::fail(Core::ErrorKind::BadFile, word.path(), word.string(), Core::LaterVersion{});
    }
    profile.update.keys = names(json["keyColumns"_L1]);
    profile.update.partition = names(json["partitionColumns"_L1]);
    profile.update.keepsOrder = json["keepOrder"_L1].boolean();
    profile.query = {.sql = json["sql"_L1].string(), .parameters = parametersFromJson(json["parameters"_L1])};
    const auto shaping = shapingFromJson(json["columns"_L1]);
    if (!shaping)
        return Core::propagate(shaping);
    const Core::JsonReader period = json["period"_L1];
    profile.period = period.string();
    if (!profile.period.isEmpty() && !Sheet::periodIn(profile.period))
        period.complain(u"a period"_s);
    const auto guards = guardsFromJson(json["guards"_L1]);
    if (!guards)
        return Core::propagate(guards);
    const auto schedule = optionalSchedule(json);
    if (!schedule)
        return Core::propagate(schedule);
    if (const auto good = json.check(Core::ErrorKind::BadFile); !good)
        return Core::propagate(good);
    const auto parsed = Sheet::Region::parse(region);
    if (!parsed)
        return Core::propagate(parsed);
    profile.region = *parsed;
    profile.shaping = *shaping;
    profile.update.kind = kind->kind;
    profile.update.formulas = *named;
    profile.guards = *guards;
    profile.schedule = *schedule;
    profile.unknown = json.unread();
    profile.unknown.remove(schemaVersionKey);
    return profile;
}

} // namespace Profiles
