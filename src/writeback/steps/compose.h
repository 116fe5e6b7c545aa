#pragma once

#include "writeback/step.h"

namespace Writeback {

// The desired grid by the update method, how it lies in the region, and what has to change. When the region was read
// again, the desired grid stays. A pure computation.
class Compose final : public Step
{
    Q_OBJECT

public:
    explicit Compose(RunContext &context, QObject *parent = nullptr) : Step(StepName::Compose, context, parent) { }

protected:
    void run() override;
};

} // namespace Writeback
