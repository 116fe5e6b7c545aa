#include "history/database.h"

#include "core/privatefiles.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace History {

// SQLite's memory VFS: connections that use the same file name share the content and lock it like a file.
Place Place::memory()
{
    return {u"file:/%1?vfs=memdb"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)), true};
}

Database::Database(Place place)
    : m_place(std::move(place))
    , m_name(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(m_place.path);
    if (m_place.isMemory)
        m_database.setConnectOptions(u"QSQLITE_OPEN_URI"_s);
}

Database::~Database()
{
    m_database = QSqlDatabase(); // otherwise removing the connection warns that it is in use
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::open()
{
    // SQLite gives its log the permissions of the file; a file of an earlier version may be accessible to others.
    if (!m_place.isMemory && Core::makePrivateFile(m_place.path)) {
        for (const QString &tail : {u"-wal"_s, u"-shm"_s})
            Core::makePrivate(m_place.path + tail);
    }
    const bool done = m_database.open();
    m_error = m_database.lastError();
    return done;
}

std::optional<bool> Database::isSound()
{
    const std::optional<QString> check = value(u"PRAGMA quick_check(1)"_s);
    if (check)
        return *check == "ok"_L1;
    return isDamage() ? std::optional(false) : std::nullopt;
}

void Database::setBusyTimeout(std::chrono::milliseconds busyTimeout)
{
    QSqlQuery(m_database).exec(u"PRAGMA busy_timeout = %1"_s.arg(busyTimeout.count()));
}

QSqlQuery Database::prepared(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query;
}

bool Database::run(QSqlQuery &query)
{
    const bool done = query.exec();
    m_error = query.lastError();
    return done;
}

bool Database::run(const QString &statement)
{
    QSqlQuery query(m_database);
    const bool done = query.exec(statement);
    m_error = query.lastError();
    return done;
}

bool Database::isDone(const QSqlQuery &query)
{
    m_error = query.lastError();
    return !m_error.isValid();
}

std::optional<QString> Database::value(const QString &statement)
{
    QSqlQuery query(m_database);
    const bool done = query.exec(statement) && query.next();
    m_error = query.lastError();
    return done ? std::optional(query.value(0).toString()) : std::nullopt;
}

Core::Failure Database::failure() const
{
    return Core::fail(Core::ErrorKind::Disk, m_place.path, m_error.text());
}

// SQLite's result codes (sqlite3.h, "Result Codes"): SQLITE_CORRUPT and its extended codes, SQLITE_NOTADB.
bool Database::isDamage() const
{
    bool ok = false;
    const int code = m_error.nativeErrorCode().toInt(&ok) & 0xff;
    return ok && (code == 11 || code == 26);
}

} // namespace History
