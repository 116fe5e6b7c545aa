#include "profiles/migrations.h"

#include "core/jsonreader.h"
#include "core/laterversion.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

constexpr std::array<Migration, 0> ofAccounts{};

// A program that ignored the new members would clear what they protect.
QJsonObject withUpdate(QJsonObject profile)
{
    profile.insert(u"keyColumns"_s, QJsonArray());
    profile.insert(u"partitionColumns"_s, QJsonArray());
    profile.insert(u"keepOrder"_s, false);
    profile.insert(u"formulas"_s, u"overwrite"_s);
    const QJsonArray none;
    profile.insert(u"guards"_s, QJsonObject{{u"levels"_s, none}, {u"thresholds"_s, none}, {u"accepted"_s, none}});
    return profile;
}

// A program that ignored these would write other rows and columns, and values of another form.
QJsonObject withRowsAndColumns(QJsonObject profile)
{
    const QJsonArray none;
    profile.insert(u"sql"_s, QString());
    profile.insert(u"parameters"_s, none);
    profile.insert(u"columns"_s, QJsonObject{{u"onlyThese"_s, false}, {u"nulls"_s, u"clear"_s}, {u"columns"_s, none}});
    profile.insert(u"period"_s, QString());
    return profile;
}

constexpr std::array ofProfiles{Migration(withUpdate), Migration(withRowsAndColumns)};

} // namespace

const QString schemaVersionKey = u"schemaVersion"_s;

Migrations accountMigrations()
{
    return ofAccounts;
}

Migrations profileMigrations()
{
    return ofProfiles;
}

int currentVersion(Migrations migrations)
{
    return int(migrations.size()) + 1;
}

Core::Result<QJsonObject> migrated(QJsonObject document, Migrations migrations)
{
    const Core::JsonReader told = Core::JsonReader(document)["schemaVersion"_L1];
    const qint64 version = told.integer();
    if (version < 1)
        told.complain(u"a version from 1 on"_s);
    if (const auto good = told.check(Core::ErrorKind::BadFile); !good)
        return Core::propagate(good);
    if (version > currentVersion(migrations))
        return Core::fail(Core::ErrorKind::BadFile, told.path(), QString::number(version), Core::LaterVersion{});
    for (const Migration step : migrations.subspan(size_t(version - 1)))
        document = step(document);
    document.insert(schemaVersionKey, currentVersion(migrations));
    return document;
}

} // namespace Profiles
