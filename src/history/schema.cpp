#include "history/schema.h"

#include "core/laterversion.h"
#include "history/database.h"

#include <array>

using namespace Qt::StringLiterals;

namespace History {

namespace {

// Of each connection. SQLite's default of 2 MB would stay in memory once a file with fingerprints of regions was read.
constexpr int cacheKib = 256;

// The first versions recorded only the end of a run; errors had only kind and detail.
QStringList version1()
{
    return {u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
            "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
            "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsVerified INTEGER, "
            "cellsWrong INTEGER)"_s,
            u"CREATE INDEX runsOfProfile ON runs (profileId, started)"_s};
}

QStringList columns(const QStringList &added)
{
    QStringList statements;
    for (const QString &column : added)
        statements.append(u"ALTER TABLE runs ADD COLUMN "_s + column);
    return statements;
}

QStringList version2()
{
    return columns({u"service TEXT"_s, u"subject TEXT"_s, u"httpStatus INTEGER"_s, u"requestId TEXT"_s,
                    u"target TEXT"_s, u"sheetId TEXT"_s});
}

// Runs are recorded from their start, with the changes they send. Times are milliseconds since 1970, UTC; findings are
// JSON.
QStringList version3()
{
    QStringList statements = columns({u"profileName TEXT"_s,   u"account TEXT"_s,         u"clientId TEXT"_s,
                                      u"program TEXT"_s,       u"version TEXT"_s,         u"isCheck INTEGER"_s,
                                      u"dataSetId TEXT"_s,     u"workiva TEXT"_s,         u"spreadsheetId TEXT"_s,
                                      u"sheetKey TEXT"_s,      u"region TEXT"_s,          u"finding TEXT"_s,
                                      u"findings TEXT"_s,      u"cellsPlanned INTEGER"_s, u"cellsChanged INTEGER"_s,
                                      u"cellsAdded INTEGER"_s, u"cellsCleared INTEGER"_s, u"requests INTEGER"_s,
                                      u"retries INTEGER"_s,    u"waited INTEGER"_s,       u"caughtUp INTEGER"_s});
    statements += {
        u"ALTER TABLE runs RENAME COLUMN cellsVerified TO cellsCompared"_s,
        u"CREATE INDEX runsOfSheet ON runs (sheetKey)"_s,
        u"CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES "
        "runs (id), range TEXT, sent INTEGER NOT NULL, operationId TEXT, accepted INTEGER, "
        "ended INTEGER, how TEXT)"_s,
        u"CREATE INDEX changesOfRun ON changes (run)"_s,
    };
    return statements;
}

// The steps are JSON; NULL: a run that did not compare, or an earlier version's.
QStringList version4()
{
    return columns({u"cellsUnchanged INTEGER"_s, u"steps TEXT"_s});
}

QStringList version5()
{
    return columns({u"options TEXT"_s});
}

// What later runs compare their data with; the columns are JSON. NULL: an earlier version's run.
QStringList version6()
{
    return columns({u"dataColumns TEXT"_s, u"dataLoaded TEXT"_s});
}

QStringList version7()
{
    return {u"CREATE TABLE leftCells (sheetKey TEXT NOT NULL, region TEXT NOT NULL, ended INTEGER NOT NULL, "
            "fingerprint BLOB NOT NULL, PRIMARY KEY (sheetKey, region))"_s};
}

// See Sheet::PackedGrid. NULL: they were not kept.
QStringList version8()
{
    return {u"ALTER TABLE leftCells ADD COLUMN cells BLOB"_s};
}

// NULL: no schedule started the run. The log has the times of schedules for which no run was started.
QStringList version9()
{
    return columns({u"due INTEGER"_s, u"attempt INTEGER"_s})
        + QStringList{u"CREATE TABLE scheduleLog (profileId TEXT NOT NULL, due INTEGER NOT NULL, what TEXT NOT NULL, "
                      "noted INTEGER NOT NULL, schedule TEXT, PRIMARY KEY (profileId, due))"_s};
}

const std::array<QStringList (*)(), schemaVersion> versions{version1, version2, version3, version4, version5,
                                                            version6, version7, version8, version9};

bool migrate(Database &database, int from)
{
    bool done = database.run(u"BEGIN IMMEDIATE"_s);
    for (int version = from; version < schemaVersion; ++version) {
        const QStringList statements = versions.at(size_t(version))();
        for (const QString &statement : statements)
            done = done && database.run(statement);
    }
    return done && database.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion)) && database.run(u"COMMIT"_s);
}

} // namespace

Core::Result<void> upgrade(Database &database)
{
    const std::optional<QString> version = database.value(u"PRAGMA user_version"_s);
    if (!version)
        return database.failure();
    if (version->toInt() > schemaVersion)
        return Core::fail(Core::ErrorKind::Disk, database.place().path, u"schema version "_s + *version,
                          Core::LaterVersion{});
    if (!database.value(u"PRAGMA journal_mode = WAL"_s) || !database.run(u"PRAGMA synchronous = FULL"_s)
        || !database.run(u"PRAGMA cache_size = -%1"_s.arg(cacheKib)))
        return database.failure();
    if (version->toInt() < schemaVersion && !migrate(database, version->toInt()))
        return database.failure();
    return {};
}

} // namespace History
