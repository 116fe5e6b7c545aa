#pragma once

#include "net/laterptr.h"
#include "workiva/awaitoperation.h"
#include "writeback/step.h"

namespace Writeback {

// Follows the changes that earlier runs left under way on this sheet until each has ended, and lets readings catch up
// with what ended unseen: what lands later would be taken for this run's. A change that nobody can follow may still
// land; the request says whether that refuses the run (EarlierWrite), is waited for, or is taken as it comes.
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
