#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <optional>

namespace History {

// Where the history is: in a file, or in this program's memory, where it exists while a connection to it is open.
// Connections to the same place share one history.
struct Place
{
    QString path; // of the file; in memory, a name used by SQLite
    bool isMemory = false;

    [[nodiscard]] static Place file(const QString &path) { return {path, false}; }
    [[nodiscard]] static Place memory(); // a new one
};

// One connection to the history. A file is in WAL mode, so that several programs can read and write at the same time;
// when a statement returns, its changes are on disk. File, log and lock are private. Errors are Disk with the path as
// subject. Used on the thread that created it.
class Database
{
public:
    explicit Database(Place place);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] bool open(); // creates the file, in an existing folder
    [[nodiscard]] std::optional<bool> isSound(); // checks every page; nothing if the file cannot be read
    void close() { m_database.close(); }

    void setBusyTimeout(std::chrono::milliseconds busyTimeout); // for others that write at the same time

    [[nodiscard]] QSqlQuery prepared(const QString &statement, const QVariantList &values) const;
    [[nodiscard]] bool run(QSqlQuery &query); // a prepared one
    [[nodiscard]] bool run(const QString &statement);
    [[nodiscard]] bool isDone(const QSqlQuery &query); // all its rows were read without an error
    [[nodiscard]] std::optional<QString> value(const QString &statement); // the single value it returns

    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] Core::Failure failure() const; // of the last call that failed
    [[nodiscard]] bool isDamage() const; // whether it failed because the file is damaged

private:
    const Place m_place;
    const QString m_name; // QSqlDatabase keeps connections by name, globally
    QSqlDatabase m_database;
    QSqlError m_error;
};

} // namespace History
