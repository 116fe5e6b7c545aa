#pragma once

#include "net/laterptr.h"
#include "workiva/awaitoperation.h"
#include "writeback/step.h"

namespace Writeback {

// Waits for the pending changes of earlier runs on this sheet, and lets readings catch up with those that ended unseen:
// a change that arrives later would be mistaken for one of this run. A change that cannot be followed may still arrive;
// the request says whether the run is then refused (EarlierWrite), waits, or continues.
class Settle final : public Step
{
    Q_OBJECT

public:
    explicit Settle(RunContext &context, QObject *parent = nullptr) : Step(StepName::Settle, context, parent) { }

    [[nodiscard]] static bool isNeeded(const RunContext &context);

protected:
    void run() override;
    void abort() override { m_operation.reset(); }

private:
    void next();
    void followed();
    void isStillUnderWay();
    void cannotFollow();
    void refuse();
    void leaveOpen();
    void settled(Journal::ChangeEnd how);
    void letReadingsCatchUp();

    Net::LaterPtr<Workiva::AwaitOperation> m_operation;
    qsizetype m_at = 0;
    qint64 m_unsettled = 0;
};

} // namespace Writeback
