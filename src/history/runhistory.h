#pragma once

#include "history/database.h"
#include "history/runrecord.h"
#include "writeback/journal.h"

#include <QHash>

#include <memory>

namespace History {

// The runs of all programs that keep their journal in the same place, to be looked at; what is written there is the
// RunJournal's. A file of a later version is refused; a damaged one is set aside and a new one begun. Errors are Disk
// with the path as subject. On the thread it was made in.
class RunHistory
{
public:
    // Makes the file; its folder is there. `lockFolder` is that of the runs (Writeback::Bookkeeping): a run without an
    // end whose sheet is locked there is still going.
    [[nodiscard]] static Core::Result<std::unique_ptr<RunHistory>> open(const Place &place, const QString &lockFolder);
    ~RunHistory();
    Q_DISABLE_COPY_MOVE(RunHistory)

    [[nodiscard]] const QString &setAside() const { return m_setAside; } // where a damaged file is now; empty: none was

    [[nodiscard]] Core::Result<QList<RunRecord>> runs(const QString &profileId,
                                                      int max = 100) const; // the newest first
    [[nodiscard]] Core::Result<QList<RunRecord>> allRuns(int max = 1000) const; // with a saved writeback or without
    // Of every profile that has run, by its id; of one, if there is any.
    enum class Last {
        Run, // of all
        Touched, // that has changed the sheet, or may have, or knew what it held
        Verified, // after which the sheet held the data, whatever came later
    };
    [[nodiscard]] Core::Result<QHash<QString, RunRecord>> lastOfAll(Last which) const;
    [[nodiscard]] Core::Result<std::optional<RunRecord>> last(Last which, const QString &profileId) const;

    // Changes of the sheet that runs have sent and of whose end nothing is known.
    [[nodiscard]] Core::Result<QList<Writeback::LeftChange>> underWay(const Writeback::SheetPlace &sheet) const;

private:
    RunHistory(std::unique_ptr<Database> database, QString lockFolder, QString setAside);
    [[nodiscard]] Core::Result<QList<RunRecord>> records(const QString &which, const QVariantList &values = {}) const;
    [[nodiscard]] bool isRunning(const RunRecord &record) const;

    std::unique_ptr<Database> m_database;
    const QString m_lockFolder;
    const QString m_setAside;
};

} // namespace History
