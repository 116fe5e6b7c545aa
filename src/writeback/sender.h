#pragma once

#include "net/operation.h"
#include "workiva/accepted.h"
#include "workiva/awaitoperation.h"

namespace Writeback {

// One change of a sheet from the request to the end of its operation. Succeeds when the operation completed; every
// error leaves the question whether the change is in the sheet all the same, which outcome() answers as far as it can
// be answered from here.
class Sender final : public Net::JobWith<Workiva::OperationReport>
{
    Q_OBJECT

public:
    enum class Outcome {
        Done, // the operation completed
        Refused, // the service did not take it, or never got it: the sheet is as it was
        InDoubt, // the service may have carried it out, wholly or in part: read back
    };

    using Change = Net::Operation<Workiva::Accepted>;

    Sender(Net::Service &workiva, std::unique_ptr<Change> change, QObject *parent = nullptr);

    [[nodiscard]] Outcome outcome() const; // at any time: also of a job that is about to be cancelled

protected:
    void run() override;
    void abort() override;

private:
    void accepted();
    [[nodiscard]] bool mayBeDone() const; // what the change's job knows by now

    Net::Service &m_workiva;
    std::unique_ptr<Change> m_change;
    std::unique_ptr<Workiva::AwaitOperation> m_operation;
    Outcome m_outcome = Outcome::Refused;
};

} // namespace Writeback
