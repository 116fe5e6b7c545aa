#pragma once

#include "net/laterptr.h"
#include "net/operation.h"
#include "workiva/accepted.h"
#include "workiva/awaitoperation.h"

namespace Writeback {

// One change of a sheet, from the request to the end of its operation. Succeeds when the operation completed; after any
// error, the change may still be in the sheet, and outcome() tells what is known about that. accepted() is emitted at
// most once, before finished().
class Sender final : public Net::JobWith<Workiva::OperationReport>
{
    Q_OBJECT

public:
    enum class Outcome {
        Done, // the operation completed
        NotSent, // no part of it left: the sheet is unchanged
        Denied, // a response rejected it, or the operation failed: certain only once a read-back shows the old state
        InDoubt, // not known: read back
    };

    using Change = Net::Operation<Workiva::Accepted>;

    Sender(Net::Service &workiva, std::unique_ptr<Change> change, QObject *parent = nullptr);

    [[nodiscard]] Outcome outcome() const; // at any time, also before cancelling

Q_SIGNALS:
    void accepted(const QString &operationId); // empty: the service did not report one

protected:
    void run() override;
    void abort() override;

private:
    void answered();
    [[nodiscard]] Outcome outcomeOfChange() const; // from what its job knows so far

    Net::Service &m_workiva;
    Net::LaterPtr<Change> m_change; // until it was accepted: a body may have 9.5 MB
    std::unique_ptr<Workiva::AwaitOperation> m_operation;
    Outcome m_outcome = Outcome::NotSent;
};

} // namespace Writeback
