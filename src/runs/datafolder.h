#pragma once

#include "history/runhistory.h"
#include "history/runjournal.h"
#include "writeback/journal.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Runs {

// The application's and the organization's name, by which the system finds its folders: every program of the product
// has to set both, so that all keep their runs in the same place.
extern const QString productName;

// Where runs keep what others have to see, whichever program runs them: the history with its journal, and the locks.
// The folder is its owner's alone (0700); one that holds something of others, too, keeps its permissions, and the files
// in it are private all the same. Outlives the runs that it keeps; on the thread it was made in, but for
// what books() gives.
class DataFolder
{
public:
    enum class Keeping {
        Persistent, // in the folder
        InMemory, // until the program ends: the folder cannot be made or written
        NotAtAll, // the folder is there, and its history cannot be used: runs that write are refused
    };

    // `path`: empty for the user's own folder (QStandardPaths::AppDataLocation).
    [[nodiscard]] static QString lockFolderIn(const QString &path); // before anything is made
    DataFolder(const QString &path, History::Program program);
    ~DataFolder();
    Q_DISABLE_COPY_MOVE(DataFolder)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const History::Program &program() const { return m_program; }
    [[nodiscard]] Keeping keeping() const { return m_keeping; }
    [[nodiscard]] const std::optional<Core::Error> &fault() const { return m_fault; } // why it is not persistent
    [[nodiscard]] const History::RunHistory &history() const { return *m_history; } // empty one if it cannot be used
    [[nodiscard]] Writeback::Bookkeeping books() const; // for RunController; any thread

private:
    void openHistory();

    const QString m_path;
    const History::Program m_program;
    QString m_lockFolder;
    std::unique_ptr<QTemporaryDir> m_ownLocks; // where no other folder can be had for them
    Keeping m_keeping = Keeping::Persistent;
    std::optional<Core::Error> m_fault;
    History::Place m_place; // of the journal
    std::unique_ptr<History::RunHistory> m_history;
};

} // namespace Runs
