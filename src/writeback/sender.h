#pragma once

#include "net/operation.h"
#include "workiva/accepted.h"
#include "workiva/awaitoperation.h"

namespace Writeback {

// One change of a sheet from the request to the end of its operation. Succeeds when the operation completed; every
// error leaves the question whether the change is in the sheet all the same, which outcome() answers as far as it can
// be answered from here. accepted() comes at most once, before finished().
class Sender final : public Net::JobWith<Workiva::OperationReport>
{
    Q_OBJECT

public:
    enum class Outcome {
        Done, // the operation completed
        NotSent, // no part of it left: the sheet is as it was
        Denied, // an answer said no, or the operation failed: to be believed once reading back shows the old state
        InDoubt, // nothing tells: read back
    };

    using Change = Net::Operation<Workiva::Accepted>;

    Sender(Net::Service &workiva, std::unique_ptr<Change> change, QObject *parent = nullptr);

    [[nodiscard]] Outcome outcome() const; // at any time: also of a job that is about to be cancelled

Q_SIGNALS:
    void accepted(const QString &operationId); // empty: the service did not tell

protected:
    void run() override;
    void abort() override;

private:
    void answered();
    [[nodiscard]] Outcome outcomeOfChange() const; // by what its job knows by now

    Net::Service &m_workiva;
    std::unique_ptr<Change> m_change;
    std::unique_ptr<Workiva::AwaitOperation> m_operation;
    Outcome m_outcome = Outcome::NotSent;
};

} // namespace Writeback
