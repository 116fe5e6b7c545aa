#pragma once

#include "history/database.h"
#include "history/runrecord.h"
#include "writeback/journal.h"

namespace History {

// What runs write down while they go, in the history. Waits a second at most for others that write at the same time,
// and after that has failed, next to nothing until it works again: a run goes on without its journal.
class RunJournal final : public Writeback::Journal
{
public:
    // Makes and brings up the file, where nobody has yet. A damaged one is a Disk error: who opens the RunHistory sets
    // it aside, and says so.
    [[nodiscard]] static Core::Result<std::unique_ptr<Writeback::Journal>> open(const Place &place,
                                                                                const Program &program);

    RunJournal(std::unique_ptr<Database> database, Program program);
    ~RunJournal() override;

    [[nodiscard]] Core::Result<void> begin(const Writeback::JournalEntry &entry) override;
    [[nodiscard]] Core::Result<qint64> sending(const QString &range) override;
    [[nodiscard]] Core::Result<void> accepted(qint64 change, const QString &operationId) override;
    [[nodiscard]] Core::Result<void> ended(qint64 change, ChangeEnd how) override;
    [[nodiscard]] Core::Result<void> end(const Writeback::RunReport &report) override;
    [[nodiscard]] Core::Result<QList<Writeback::LeftChange>> leftUnderWay(const Writeback::SheetPlace &sheet) override;
    [[nodiscard]] Core::Result<QDateTime> lastUnverifiedEnd(const Writeback::SheetPlace &sheet) override;

private:
    [[nodiscard]] Core::Result<void> run(QSqlQuery &query);

    std::unique_ptr<Database> m_database;
    const Program m_program;
    Writeback::JournalEntry m_entry;
    qint64 m_run = 0; // its number
};

} // namespace History
