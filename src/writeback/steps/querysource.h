#pragma once

#include "domo/query.h"
#include "net/jobgroup.h"
#include "writeback/sourceproof.h"
#include "writeback/step.h"

namespace Domo {
class CountRows;
} // namespace Domo

namespace Writeback {

// The part of FetchSource that reads the result of SQL. Has Domo run the SQL and, side by side, count the rows of its
// result; shapes the columns, which only the reply tells, and applies the guards about them; and makes the source grid.
// Leaves the records of those guards, of RowsMiscounted and LongNumbersQueried. Ends with the errors of
// Sheet::filled(), of the query, of the shaping and of the grid, refused by a guard, or with IncompleteExport and a
// MissingProof as cause.
class QuerySource final : public Step
{
    Q_OBJECT

public:
    explicit QuerySource(RunContext &context, QObject *parent = nullptr);
    ~QuerySource() override;

protected:
    void run() override;
    void abort() override;

private:
    void take(const Core::Result<qint64> &count);
    void answered();
    [[nodiscard]] Core::Result<void> makeGrid();
    void decide();
    void countAgain();
    void refuse(const MissingProof &missing);
    void record(Sheet::Verdict found, std::optional<qint64> against);

    QString m_sql;
    QueryEvidence m_evidence;
    Domo::QueryReply m_reply;
    Net::LaterPtr<Net::JobGroup> m_jobs;
    Net::LaterPtr<Domo::CountRows> m_count;
};

} // namespace Writeback
