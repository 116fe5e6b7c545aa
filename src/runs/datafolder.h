#pragma once

#include "history/runhistory.h"
#include "history/runjournal.h"
#include "writeback/journal.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Runs {

// Application and organization name, from which the system derives its folders: every program of the product has to set
// both, so that all use the same ones.
extern const QString productName;

// Where runs keep what other runs have to see, whichever program runs them: the history with its journal, and the
// locks. Only the owner can access the folder (0700); a folder with other content keeps its permissions, but the files
// created in it are private all the same. Outlives the runs that use it. Used on the thread that created it, except for
// what books() returns.
class DataFolder
{
public:
    enum class Keeping {
        Persistent, // in the folder
        InMemory, // until the program ends: the folder cannot be created or written
        NotAtAll, // the folder exists, but its history cannot be used: runs that write are refused
    };

    // An empty `path` is the user's own folder (QStandardPaths::AppDataLocation).
    [[nodiscard]] static QString lockFolderIn(const QString &path); // before anything is created
    // Of the Profiles::ProfileStore; the user's own is beside the settings (QStandardPaths::AppConfigLocation).
    [[nodiscard]] static QString profilesFolderIn(const QString &path);
    DataFolder(const QString &path, History::Program program);
    ~DataFolder();
    Q_DISABLE_COPY_MOVE(DataFolder)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isChosen() const { return m_isChosen; } // not the user's own
    [[nodiscard]] const History::Program &program() const { return m_program; }
    [[nodiscard]] Keeping keeping() const { return m_keeping; }
    [[nodiscard]] const std::optional<Core::Error> &fault() const { return m_fault; } // why it is not persistent
    [[nodiscard]] const History::RunHistory &history() const { return *m_history; } // an empty one if it cannot be used
    [[nodiscard]] const History::Place &historyPlace() const { return m_place; }
    [[nodiscard]] Writeback::Bookkeeping books() const; // for RunController; any thread
    [[nodiscard]] Core::Result<std::unique_ptr<History::ScheduleLog>> openScheduleLog() const;

private:
    void openHistory();

    const QString m_path;
    const bool m_isChosen;
    const History::Program m_program;
    QString m_lockFolder;
    std::unique_ptr<QTemporaryDir> m_ownLocks; // if no other folder can be used for them
    Keeping m_keeping = Keeping::Persistent;
    std::optional<Core::Error> m_fault;
    History::Place m_place; // of the journal
    std::unique_ptr<History::RunHistory> m_history;
};

} // namespace Runs
