#include "history/schema.h"

#include "history/database.h"

#include <array>

namespace History {

namespace {

// What the first versions wrote was the end of a run; errors were their kind and detail.
QStringList version1()
{
    return {QStringLiteral("CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
                           "started INTEGER, ended INTEGER, state TEXT, error TEXT, detail TEXT, range TEXT, "
                           "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsVerified INTEGER, "
                           "cellsWrong INTEGER)"),
            QStringLiteral("CREATE INDEX runsOfProfile ON runs (profileId, started)")};
}

QStringList columns(const QStringList &added)
{
    QStringList statements;
    for (const QString &column : added)
        statements.append(QStringLiteral("ALTER TABLE runs ADD COLUMN ") + column);
    return statements;
}

QStringList version2()
{
    return columns({QStringLiteral("service TEXT"), QStringLiteral("subject TEXT"),
                    QStringLiteral("httpStatus INTEGER"), QStringLiteral("requestId TEXT"),
                    QStringLiteral("target TEXT"), QStringLiteral("sheetId TEXT")});
}

// Runs are entered when they begin, with what they send. Times are milliseconds since 1970, UTC; findings are JSON.
QStringList version3()
{
    QStringList statements = columns({QStringLiteral("profileName TEXT"),     QStringLiteral("account TEXT"),
                                      QStringLiteral("clientId TEXT"),        QStringLiteral("program TEXT"),
                                      QStringLiteral("version TEXT"),         QStringLiteral("isCheck INTEGER"),
                                      QStringLiteral("dataSetId TEXT"),       QStringLiteral("workiva TEXT"),
                                      QStringLiteral("spreadsheetId TEXT"),   QStringLiteral("sheetKey TEXT"),
                                      QStringLiteral("region TEXT"),          QStringLiteral("finding TEXT"),
                                      QStringLiteral("findings TEXT"),        QStringLiteral("cellsPlanned INTEGER"),
                                      QStringLiteral("cellsChanged INTEGER"), QStringLiteral("cellsAdded INTEGER"),
                                      QStringLiteral("cellsCleared INTEGER"), QStringLiteral("requests INTEGER"),
                                      QStringLiteral("retries INTEGER"),      QStringLiteral("waited INTEGER"),
                                      QStringLiteral("caughtUp INTEGER")});
    statements += {
        QStringLiteral("ALTER TABLE runs RENAME COLUMN cellsVerified TO cellsCompared"),
        QStringLiteral("CREATE INDEX runsOfSheet ON runs (sheetKey)"),
        QStringLiteral("CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES "
                       "runs (id), range TEXT, sent INTEGER NOT NULL, operationId TEXT, accepted INTEGER, "
                       "ended INTEGER, how TEXT)"),
        QStringLiteral("CREATE INDEX changesOfRun ON changes (run)"),
    };
    return statements;
}

const std::array<QStringList (*)(), schemaVersion> versions{version1, version2, version3};

bool migrate(Database &database, int from)
{
    bool done = database.run(QStringLiteral("BEGIN IMMEDIATE"));
    for (int version = from; version < schemaVersion; ++version) {
        const QStringList statements = versions.at(size_t(version))();
        for (const QString &statement : statements)
            done = done && database.run(statement);
    }
    return done && database.run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion))
        && database.run(QStringLiteral("COMMIT"));
}

} // namespace

Core::Result<void> bringUp(Database &database)
{
    const std::optional<QString> version = database.ask(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return database.failure();
    if (version->toInt() > schemaVersion)
        return Core::fail(Core::ErrorKind::Disk, database.place().path,
                          QStringLiteral("made by a later version of this program"));
    if (!database.ask(QStringLiteral("PRAGMA journal_mode = WAL"))
        || !database.run(QStringLiteral("PRAGMA synchronous = FULL")))
        return database.failure();
    if (version->toInt() < schemaVersion && !migrate(database, version->toInt()))
        return database.failure();
    return {};
}

} // namespace History
