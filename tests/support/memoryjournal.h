#pragma once

#include "writeback/journal.h"
#include "writeback/runreport.h"

#include <QMutex>

#include <map>
#include <vector>

namespace Support {

// The journal in memory, instead of a file, for tests about runs rather than storage. Must outlive the journals that it
// opens, which share it; any thread. Can be made full.
class MemoryLedger
{
public:
    struct Change
    {
        Writeback::PendingChange change;
        int run = 0;
        std::optional<Writeback::Journal::ChangeEnd> end{};
        QDateTime ended{};
    };
    struct Run
    {
        Writeback::JournalEntry entry;
        std::optional<Writeback::State> state{}; // none: it has not ended
        Writeback::VerifiedRun facts{}; // of one that has
    };

    // The given folder for locks, and journals that write here.
    [[nodiscard]] Writeback::Bookkeeping books(const QString &lockFolder);

    void setFullFrom(int call); // the call with this index, from 0, and all later ones fail; -1: none

    [[nodiscard]] std::vector<Run> runs() const;
    [[nodiscard]] std::vector<Change> changes() const;
    void leave(const Writeback::SheetPlace &sheet, const Writeback::PendingChange &change); // as an earlier run would

private:
    class Journal;

    mutable QMutex m_mutex;
    std::vector<Run> m_runs;
    std::vector<Change> m_changes;
    std::map<std::pair<QByteArray, QString>, Writeback::LeftCells> m_left; // by sheet and region
    std::map<std::pair<QByteArray, QString>, QByteArray> m_leftValues; // likewise
    int m_calls = 0;
    int m_fullFrom = -1;
};

} // namespace Support
