#include "support/memoryjournal.h"

using namespace Qt::StringLiterals;

namespace Support {

using Core::Result;

class MemoryLedger::Journal final : public Writeback::Journal
{
public:
    explicit Journal(MemoryLedger &ledger) : m_ledger(ledger) { }

    Result<void> begin(const Writeback::JournalEntry &entry) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        m_run = int(m_ledger.m_runs.size());
        m_ledger.m_runs.push_back({entry});
        return {};
    }

    Result<qint64> sending(const QString &range) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        const Writeback::JournalEntry &entry = m_ledger.m_runs[size_t(m_run)].entry;
        const qint64 id = qint64(m_ledger.m_changes.size()) + 1;
        m_ledger.m_changes.push_back({{.id = id,
                                       .operationId = {},
                                       .range = range,
                                       .sent = QDateTime::currentDateTimeUtc(),
                                       .profileName = entry.profileName,
                                       .runStarted = entry.started},
                                      m_run});
        return id;
    }

    Result<void> accepted(qint64 change, const QString &operationId) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        m_ledger.m_changes[size_t(change - 1)].change.operationId = operationId;
        return {};
    }

    Result<void> ended(qint64 change, ChangeEnd how) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        m_ledger.m_changes[size_t(change - 1)].end = how;
        m_ledger.m_changes[size_t(change - 1)].ended = QDateTime::currentDateTimeUtc();
        return {};
    }

    Result<void> end(const Writeback::RunReport &report) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        m_ledger.m_runs[size_t(m_run)].state = report.state;
        m_ledger.m_runs[size_t(m_run)].facts = {.ended = QDateTime::currentDateTimeUtc(),
                                                .sourceRows = report.review.sourceRows,
                                                .data = report.review.data};
        return {};
    }

    Result<QList<Writeback::PendingChange>> pendingChanges(const Writeback::SheetPlace &sheet) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        QList<Writeback::PendingChange> left;
        for (const Change &one : m_ledger.m_changes) {
            if (!one.end && one.run != m_run && isOf(one, sheet))
                left.append(one.change);
        }
        return left;
    }

    Result<void> leave(const QByteArray &fingerprint) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        const Writeback::JournalEntry &entry = m_ledger.m_runs[size_t(m_run)].entry;
        m_ledger.m_left[{keyOf(entry.sheet), entry.region}] = {fingerprint, QDateTime::currentDateTimeUtc()};
        m_ledger.m_leftValues.erase({keyOf(entry.sheet), entry.region});
        return {};
    }

    Result<std::optional<Writeback::LeftCells>> leftIn(const Writeback::SheetPlace &sheet,
                                                       const QString &region) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        const auto found = m_ledger.m_left.find({keyOf(sheet), region});
        return found == m_ledger.m_left.end() ? std::nullopt : std::optional(found->second);
    }

    Result<void> leaveValues(const QByteArray &packed) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        const Writeback::JournalEntry &entry = m_ledger.m_runs[size_t(m_run)].entry;
        m_ledger.m_leftValues[{keyOf(entry.sheet), entry.region}] = packed;
        return {};
    }

    Result<QByteArray> leftValues(const Writeback::SheetPlace &sheet, const QString &region,
                                  const QDateTime &ended) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        const auto left = m_ledger.m_left.find({keyOf(sheet), region});
        const auto found = m_ledger.m_leftValues.find({keyOf(sheet), region});
        const bool isThere = found != m_ledger.m_leftValues.end() && left->second.ended == ended;
        return isThere ? found->second : QByteArray();
    }

    Result<std::optional<Writeback::VerifiedRun>> lastVerified(const Writeback::JournalEntry &of) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        for (size_t run = m_ledger.m_runs.size(); run-- > 0;) {
            const Run &one = m_ledger.m_runs[run];
            const bool isVerified =
                one.state == Writeback::State::Verified || one.state == Writeback::State::NothingToDo;
            if (int(run) != m_run && isVerified && keyOf(one.entry.sheet) == keyOf(of.sheet)
                && one.entry.region == of.region && one.entry.dataSetId == of.dataSetId)
                return one.facts;
        }
        return std::nullopt;
    }

    Result<QDateTime> lastUnverifiedEnd(const Writeback::SheetPlace &sheet) override
    {
        const QMutexLocker lock(&m_ledger.m_mutex);
        if (isFull())
            return full();
        QDateTime last;
        for (const Change &one : m_ledger.m_changes) {
            const bool isVerified = m_ledger.m_runs[size_t(one.run)].state == Writeback::State::Verified;
            if (one.end && !isVerified && one.run != m_run && isOf(one, sheet) && (!last.isValid() || last < one.ended))
                last = one.ended;
        }
        return last;
    }

private:
    [[nodiscard]] bool isFull() const { return m_ledger.m_fullFrom >= 0 && m_ledger.m_calls++ >= m_ledger.m_fullFrom; }
    [[nodiscard]] static Core::Failure full() { return Core::fail(Core::ErrorKind::Disk, u"memory"_s); }
    [[nodiscard]] bool isOf(const Change &change, const Writeback::SheetPlace &sheet) const
    {
        return keyOf(m_ledger.m_runs[size_t(change.run)].entry.sheet) == keyOf(sheet);
    }

    MemoryLedger &m_ledger;
    int m_run = -1; // none that has begun
};

Writeback::Bookkeeping MemoryLedger::books(const QString &lockFolder)
{
    return {.openJournal = [this]() -> Result<std::unique_ptr<Writeback::Journal>> {
                return std::make_unique<Journal>(*this);
            },
            .lockFolder = lockFolder};
}

void MemoryLedger::setFullFrom(int call)
{
    const QMutexLocker lock(&m_mutex);
    m_calls = 0;
    m_fullFrom = call;
}

std::vector<MemoryLedger::Run> MemoryLedger::runs() const
{
    const QMutexLocker lock(&m_mutex);
    return m_runs;
}

std::vector<MemoryLedger::Change> MemoryLedger::changes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_changes;
}

void MemoryLedger::leave(const Writeback::SheetPlace &sheet, const Writeback::PendingChange &change)
{
    const QMutexLocker lock(&m_mutex);
    m_runs.push_back({{.sheet = sheet}});
    m_changes.push_back({change, int(m_runs.size()) - 1});
    m_changes.back().change.id = qint64(m_changes.size());
}

} // namespace Support
