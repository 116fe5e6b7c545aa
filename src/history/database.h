#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <optional>

namespace History {

// Where the history is: a file, or the memory of this program, where it lasts as long as one connection to it is open.
// All that have the same place see the same.
struct Place
{
    QString path; // of the file; a name of SQLite's when it is in memory
    bool isMemory = false;

    [[nodiscard]] static Place file(const QString &path) { return {path, false}; }
    [[nodiscard]] static Place memory(); // a new one
};

// One connection to the history. A file is in WAL mode, so that several programs can read and write it at once; what a
// statement has changed is on the disk when it returns. File, log and lock are their owner's alone. Errors are Disk
// with the path as subject. On the thread it was made in.
class Database
{
public:
    explicit Database(Place place);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] bool open(); // makes the file; its folder is there
    [[nodiscard]] std::optional<bool> isSound(); // looks at every page; nothing when it cannot be read at all
    void close() { m_database.close(); }

    void setBusyTimeout(std::chrono::milliseconds busyTimeout); // with others that write at the same time

    [[nodiscard]] QSqlQuery prepared(const QString &statement, const QVariantList &values) const;
    [[nodiscard]] bool run(QSqlQuery &query); // a prepared one
    [[nodiscard]] bool run(const QString &statement);
    [[nodiscard]] bool isDone(const QSqlQuery &query); // it has answered to its end
    [[nodiscard]] std::optional<QString> value(const QString &statement); // the one value it answers

    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] Core::Failure failure() const; // of the last one that did not work
    [[nodiscard]] bool isDamage() const; // was why

private:
    const Place m_place;
    const QString m_name; // QSqlDatabase keeps connections by name for the whole program
    QSqlDatabase m_database;
    QSqlError m_error;
};

} // namespace History
