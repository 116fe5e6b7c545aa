#pragma once

#include "history/database.h"
#include "history/runrecord.h"
#include "writeback/journal.h"

namespace History {

// Writes a run's journal to the history. Waits at most a second for other writers and, after that has failed once,
// hardly at all until it works again: the run continues without its journal.
class RunJournal final : public Writeback::Journal
{
public:
    // Creates or upgrades the file if needed. A damaged one is a Disk error: opening the RunHistory renames it and
    // reports it.
    [[nodiscard]] static Core::Result<std::unique_ptr<Writeback::Journal>> open(const Place &place,
                                                                                const Program &program);

    RunJournal(std::unique_ptr<Database> database, Program program);
    ~RunJournal() override;

    [[nodiscard]] Core::Result<void> begin(const Writeback::JournalEntry &entry) override;
    [[nodiscard]] Core::Result<qint64> sending(const QString &range) override;
    [[nodiscard]] Core::Result<void> accepted(qint64 change, const QString &operationId) override;
    [[nodiscard]] Core::Result<void> ended(qint64 change, ChangeEnd how) override;
    [[nodiscard]] Core::Result<void> end(const Writeback::RunReport &report) override;
    [[nodiscard]] Core::Result<QList<Writeback::PendingChange>>
    pendingChanges(const Writeback::SheetPlace &sheet) override;
    [[nodiscard]] Core::Result<std::optional<Writeback::VerifiedRun>>
    lastVerified(const Writeback::JournalEntry &of) override;
    [[nodiscard]] Core::Result<void> leave(const QByteArray &fingerprint) override;
    [[nodiscard]] Core::Result<std::optional<Writeback::LeftCells>> leftIn(const Writeback::SheetPlace &sheet,
                                                                           const QString &region) override;
    [[nodiscard]] Core::Result<void> leaveValues(const QByteArray &packed) override;
    [[nodiscard]] Core::Result<QByteArray> leftValues(const Writeback::SheetPlace &sheet, const QString &region,
                                                      const QDateTime &ended) override;
    [[nodiscard]] Core::Result<QDateTime> lastUnverifiedEnd(const Writeback::SheetPlace &sheet) override;

private:
    [[nodiscard]] Core::Result<void> run(QSqlQuery &query);

    std::unique_ptr<Database> m_database;
    const Program m_program;
    Writeback::JournalEntry m_entry;
    qint64 m_run = 0; // in the history
};

} // namespace History
