#pragma once

#include "history/changes.h"
#include "history/database.h"
#include "history/schedulelog.h"
#include "writeback/journal.h"

#include <QHash>

#include <memory>

namespace History {

// Reads the runs of all programs that use the same journal; RunJournal writes them. A later version's file is rejected;
// a damaged one is renamed and a new one created. Errors are Disk with the path as subject. Used on the thread that
// created it.
class RunHistory
{
public:
    // Creates the file if needed, in an existing folder. `lockFolder` is that of the runs (Writeback::Bookkeeping): a
    // run without an end whose sheet is locked there is still running.
    [[nodiscard]] static Core::Result<std::unique_ptr<RunHistory>> open(const Place &place, const QString &lockFolder);
    // One that this program has open already: a damaged one is left alone, and an error.
    [[nodiscard]] static Core::Result<std::unique_ptr<RunHistory>> openAgain(const Place &place,
                                                                             const QString &lockFolder);
    ~RunHistory();
    Q_DISABLE_COPY_MOVE(RunHistory)

    // The new path of a damaged file; empty: there was none.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }

    static constexpr int noLimit = -1; // as in SQLite
    [[nodiscard]] Core::Result<QList<RunRecord>> runs(const QString &profileId,
                                                      int max = 100) const; // the newest first
    [[nodiscard]] Core::Result<QList<RunRecord>> allRuns(int max = noLimit) const; // with or without a saved writeback
    [[nodiscard]] Core::Result<qint64> count() const; // of allRuns()
    [[nodiscard]] Core::Result<QList<RunRecord>> runningRuns() const; // of all programs, the newest first
    // Of every profile with such a run: the last one, by profile ID.
    enum class Last {
        Run, // any but a check
        Check,
        Touched, // changed the sheet, or may have, or verified its content
        Verified, // after which the sheet matched the data, whatever happened later
    };
    [[nodiscard]] Core::Result<QHash<QString, RunRecord>> lastOfAll(Last which) const;
    [[nodiscard]] Core::Result<std::optional<RunRecord>> last(Last which, const QString &profileId) const;

    // What was noted at the times of the profile's schedule instead of runs, the latest time first; what a later
    // version noted is left out.
    [[nodiscard]] Core::Result<QList<ScheduleNote>> scheduleNotes(const QString &profileId, int max = 100) const;
    // History::scheduleInForce().
    [[nodiscard]] Core::Result<QString> scheduleInForce(const QString &profileId) const;
    // The latest time of its schedule that has a note or a run with an end; invalid: there is none.
    [[nodiscard]] Core::Result<QDateTime> lastDue(const QString &profileId) const;

    [[nodiscard]] Core::Result<QList<OtherChange>> otherChangesSince(const RunRecord &run) const; // see changes.h

    // Changes of the sheet that runs have sent and whose end is not known.
    [[nodiscard]] Core::Result<QList<Writeback::PendingChange>>
    pendingChanges(const Writeback::SheetPlace &sheet) const;

private:
    RunHistory(std::unique_ptr<Database> database, QString lockFolder, QString setAside);
    [[nodiscard]] Core::Result<QList<RunRecord>> records(const QString &which, const QVariantList &values = {}) const;
    [[nodiscard]] bool isRunning(const RunRecord &record) const;

    std::unique_ptr<Database> m_database;
    const QString m_lockFolder;
    const QString m_setAside;
};

} // namespace History
