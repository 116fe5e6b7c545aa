#pragma once

#include "writeback/step.h"
#include "writeback/targetreader.h"

namespace Writeback {

// Reads the current raw values of the region into the existing grid.
class ReadTarget final : public Step
{
    Q_OBJECT

public:
    explicit ReadTarget(RunContext &context, QObject *parent = nullptr)
        : Step(StepName::ReadTarget, context, parent) { }

protected:
    void run() override;
    void abort() override { m_reader.reset(); }

private:
    std::unique_ptr<TargetReader> m_reader;
};

} // namespace Writeback
