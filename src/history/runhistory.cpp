#include "history/runhistory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <chrono>

namespace History {

namespace {

constexpr int schemaVersion = 2;
constexpr auto lockPatience = std::chrono::seconds(10);

// The columns of a record, in the order in which they are bound and read.
const QString columns = QStringLiteral(
    "profileId, started, ended, state, error, service, subject, detail, httpStatus, requestId, range, target, sheetId, "
    "sourceRows, sourceColumns, cellsWritten, cellsVerified, cellsWrong");

QVariant fromTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime toTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

// From column `at` on, which is moved behind it.
std::optional<Core::Error> errorOf(const QSqlQuery &query, int &at)
{
    const QString kind = query.value(at++).toString();
    const Core::Error error{.kind = Core::errorKind(kind).value_or(Core::ErrorKind::Internal),
                            .service = Core::service(query.value(at).toString()),
                            .subject = query.value(at + 1).toString(),
                            .detail = query.value(at + 2).toString(),
                            .httpStatus = query.value(at + 3).toInt(),
                            .requestId = query.value(at + 4).toString()};
    at += 5;
    return kind.isEmpty() ? std::nullopt : std::optional(error);
}

RunRecord recordOf(const QSqlQuery &query)
{
    int at = 0;
    return {
        .id = query.value(at++).toLongLong(),
        .profileId = query.value(at++).toString(),
        .started = toTime(query.value(at++)),
        .ended = toTime(query.value(at++)),
        .state = query.value(at++).toString(),
        .error = errorOf(query, at),
        .range = query.value(at++).toString(),
        .target = query.value(at++).toString(),
        .sheetId = query.value(at++).toString(),
        .sourceRows = query.value(at++).toLongLong(),
        .sourceColumns = query.value(at++).toInt(),
        .cellsWritten = query.value(at++).toLongLong(),
        .cellsVerified = query.value(at++).toLongLong(),
        .cellsWrong = query.value(at++).toLongLong(),
    };
}

// SQLite's result codes (sqlite3.h, "Result Codes"): SQLITE_CORRUPT and its extended codes, SQLITE_NOTADB.
bool isDamage(const QSqlError &error)
{
    bool ok = false;
    const int code = error.nativeErrorCode().toInt(&ok) & 0xff;
    return ok && (code == 11 || code == 26);
}

} // namespace

// The connection, by a name of its own: QSqlDatabase keeps connections by name for the whole program.
class RunHistory::Private
{
public:
    explicit Private(QString file)
        : path(std::move(file))
        , name(QUuid::createUuid().toString())
        , database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name))
    {
        database.setDatabaseName(path);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    }

    ~Private()
    {
        database = QSqlDatabase(); // or removing the connection complains that it is in use
        QSqlDatabase::removeDatabase(name);
    }

    Q_DISABLE_COPY_MOVE(Private)

    enum class Opened { Yes, Damaged, No };
    Opened open();
    void setAside();
    [[nodiscard]] Core::Failure failure() const { return Core::fail(Core::ErrorKind::Disk, path, error.text()); }
    bool run(QSqlQuery &query); // one that is prepared
    bool run(const QString &statement);
    Core::Result<QList<RunRecord>> records(QSqlQuery &query); // that a prepared one answers
    std::optional<QString> ask(const QString &statement); // the one value it answers
    bool migrate();

    const QString path;
    const QString name;
    QSqlDatabase database;
    QSqlError error; // the last one
};

bool RunHistory::Private::run(QSqlQuery &query)
{
    const bool done = query.exec();
    error = query.lastError();
    return done;
}

bool RunHistory::Private::run(const QString &statement)
{
    QSqlQuery query(database);
    const bool done = query.exec(statement);
    error = query.lastError();
    return done;
}

Core::Result<QList<RunRecord>> RunHistory::Private::records(QSqlQuery &query)
{
    if (!run(query))
        return failure();
    QList<RunRecord> found;
    while (query.next())
        found.append(recordOf(query));
    error = query.lastError();
    if (error.isValid()) // damage can show on the way
        return failure();
    return found;
}

std::optional<QString> RunHistory::Private::ask(const QString &statement)
{
    QSqlQuery query(database);
    const bool done = query.exec(statement) && query.next();
    error = query.lastError();
    return done ? std::optional(query.value(0).toString()) : std::nullopt;
}

RunHistory::Private::Opened RunHistory::Private::open()
{
    if (!database.open()) {
        error = database.lastError();
        return isDamage(error) ? Opened::Damaged : Opened::No;
    }
    const std::optional<QString> check = ask(QStringLiteral("PRAGMA quick_check(1)"));
    if (check && *check != QLatin1String("ok"))
        return Opened::Damaged;
    if (check && migrate())
        return Opened::Yes;
    return isDamage(error) ? Opened::Damaged : Opened::No;
}

bool RunHistory::Private::migrate()
{
    const std::optional<QString> version = ask(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return false;
    if (version->toInt() > schemaVersion) {
        error = QSqlError(QString(), QStringLiteral("user_version %1").arg(*version));
        return false;
    }
    if (!run(QStringLiteral("PRAGMA journal_mode = WAL")))
        return false;
    if (version->toInt() == schemaVersion)
        return true;

    if (version->toInt() == 1) { // whose errors were their kind and detail
        bool done = run(QStringLiteral("BEGIN IMMEDIATE"));
        for (const char *column :
             {"service TEXT", "subject TEXT", "httpStatus INTEGER", "requestId TEXT", "target TEXT", "sheetId TEXT"})
            done = done && run(QStringLiteral("ALTER TABLE runs ADD COLUMN ") + QLatin1String(column));
        return done && run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion))
            && run(QStringLiteral("COMMIT"));
    }
    return run(QStringLiteral("BEGIN IMMEDIATE"))
        && run(QStringLiteral("CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, profileId TEXT NOT NULL, "
                              "started INTEGER, ended INTEGER, state TEXT, error TEXT, service TEXT, subject TEXT, "
                              "detail TEXT, httpStatus INTEGER, requestId TEXT, range TEXT, target TEXT, sheetId TEXT, "
                              "sourceRows INTEGER, sourceColumns INTEGER, cellsWritten INTEGER, cellsVerified INTEGER, "
                              "cellsWrong INTEGER)"))
        && run(QStringLiteral("CREATE INDEX runsOfProfile ON runs (profileId, started)"))
        && run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)) && run(QStringLiteral("COMMIT"));
}

void RunHistory::Private::setAside()
{
    database.close();
    QString broken = path + QStringLiteral(".broken");
    for (int i = 2; QFile::exists(broken); ++i)
        broken = path + QStringLiteral(".broken") + QString::number(i);
    QFile::rename(path, broken);
    // A write-ahead log belongs to the file whose changes it holds: left behind, it would be taken for the new one's.
    for (const QString &tail : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(path + tail, broken + tail);
}

RunHistory::RunHistory(std::unique_ptr<Private> opened) : d(std::move(opened)) { }

RunHistory::~RunHistory() = default;

Core::Result<std::unique_ptr<RunHistory>> RunHistory::open(const QString &path)
{
    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()))
        return Core::fail(Core::ErrorKind::Disk, path);

    // Two copies of the program that start at once: one makes the file, or sets a damaged one aside, and the other then
    // finds what is there.
    const QString lockPath = path + QStringLiteral(".lock");
    QLockFile lock(lockPath);
    if (!lock.tryLock(lockPatience))
        return Core::fail(Core::ErrorKind::Disk, path, lockPath);

    auto opened = std::make_unique<Private>(path);
    Private::Opened outcome = opened->open();
    if (outcome == Private::Opened::Damaged) {
        opened->setAside();
        outcome = opened->open();
    }
    if (outcome != Private::Opened::Yes)
        return opened->failure();
    return std::unique_ptr<RunHistory>(new RunHistory(std::move(opened)));
}

Core::Result<std::unique_ptr<RunHistory>> RunHistory::inMemory()
{
    auto opened = std::make_unique<Private>(QStringLiteral(":memory:"));
    if (opened->open() != Private::Opened::Yes)
        return opened->failure();
    return std::unique_ptr<RunHistory>(new RunHistory(std::move(opened)));
}

Core::Result<qint64> RunHistory::add(const RunRecord &record)
{
    QSqlQuery query(d->database);
    query.prepare(QStringLiteral("INSERT INTO runs (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                      .arg(columns));
    const Core::Error error = record.error.value_or(Core::Error());
    const QVariantList values = {record.profileId,
                                 fromTime(record.started),
                                 fromTime(record.ended),
                                 record.state,
                                 record.error ? Core::name(error.kind) : QString(),
                                 Core::name(error.service),
                                 error.subject,
                                 error.detail,
                                 error.httpStatus,
                                 error.requestId,
                                 record.range,
                                 record.target,
                                 record.sheetId,
                                 record.sourceRows,
                                 record.sourceColumns,
                                 record.cellsWritten,
                                 record.cellsVerified,
                                 record.cellsWrong};
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!d->run(query))
        return d->failure();
    return query.lastInsertId().toLongLong();
}

Core::Result<QList<RunRecord>> RunHistory::runs(const QString &profileId, int most) const
{
    QSqlQuery query(d->database);
    query.prepare(QStringLiteral("SELECT id, %1 FROM runs WHERE profileId = ? ORDER BY started DESC, id DESC LIMIT ?")
                      .arg(columns));
    query.addBindValue(profileId);
    query.addBindValue(most);
    return d->records(query);
}

Core::Result<QHash<QString, RunRecord>> RunHistory::lastRuns() const
{
    QSqlQuery query(d->database);
    query.prepare(QStringLiteral("SELECT id, %1 FROM runs AS run WHERE id = (SELECT id FROM runs WHERE profileId = "
                                 "run.profileId ORDER BY started DESC, id DESC LIMIT 1)")
                      .arg(columns));
    return d->records(query).map([](const QList<RunRecord> &records) {
        QHash<QString, RunRecord> byProfile;
        for (const RunRecord &record : records)
            byProfile.insert(record.profileId, record);
        return byProfile;
    });
}

Core::Result<std::optional<RunRecord>> RunHistory::lastRun(const QString &profileId) const
{
    return runs(profileId, 1).map([](const QList<RunRecord> &records) {
        return records.isEmpty() ? std::optional<RunRecord>() : std::optional(records.first());
    });
}

Core::Result<void> RunHistory::removeProfile(const QString &profileId)
{
    QSqlQuery query(d->database);
    query.prepare(QStringLiteral("DELETE FROM runs WHERE profileId = ?"));
    query.addBindValue(profileId);
    if (!d->run(query))
        return d->failure();
    return {};
}

} // namespace History
