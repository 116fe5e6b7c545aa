#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace History {

// One run as it is remembered: plain facts, no data and no secret.
struct RunRecord
{
    qint64 id = 0; // given by add()
    QString profileId;
    QDateTime started; // UTC
    QDateTime ended; // UTC
    QString state; // Writeback::name(State)
    std::optional<Core::Error>
        error{}; // what ended it, when it did not end well; Internal when a later version knows it
    QString range; // where the data went, in A1 notation
    QString target{}; // of the profile as it was then, for people: spreadsheet, sheet and region
    QString sheetId{};
    qint64 sourceRows = 0;
    int sourceColumns = 0;
    qint64 cellsWritten = 0;
    qint64 cellsVerified = 0;
    qint64 cellsWrong = 0;

    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

// The runs of all profiles in an SQLite file (WAL, so that two copies of the program can use it at once). Its schema
// has a version (PRAGMA user_version); a file of a later version is refused, a damaged one is set aside as
// <name>.broken and a new one begun. Errors are Disk with the path as subject. On the thread it was made in.
class RunHistory
{
public:
    [[nodiscard]] static Core::Result<std::unique_ptr<RunHistory>> open(const QString &path); // makes file and folder
    [[nodiscard]] static Core::Result<std::unique_ptr<RunHistory>> inMemory(); // where no file can be had
    ~RunHistory();
    Q_DISABLE_COPY_MOVE(RunHistory)

    [[nodiscard]] Core::Result<qint64> add(const RunRecord &record); // the new id
    [[nodiscard]] Core::Result<QList<RunRecord>> runs(const QString &profileId,
                                                      int most = 100) const; // the newest first
    [[nodiscard]] Core::Result<std::optional<RunRecord>> lastRun(const QString &profileId) const;
    [[nodiscard]] Core::Result<QHash<QString, RunRecord>> lastRuns() const; // of every profile that has run, by its id
    [[nodiscard]] Core::Result<void> removeProfile(const QString &profileId); // all its runs

private:
    class Private;
    explicit RunHistory(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace History
