#pragma once

#include "writeback/step.h"
#include "writeback/targetreader.h"

namespace Writeback {

// Reads back all that a request was sent for into the existing grid, and compares the whole region with the desired
// grid once more: what is left in the diff was not written, or not as desired. Ends with Mismatch when anything is
// left, or with the error of the reading. stop() leaves it the rest of the time that a cancelled run has.
class Verify final : public Step
{
    Q_OBJECT

public:
    explicit Verify(RunContext &context, QObject *parent = nullptr) : Step(StepName::Verify, context, parent) { }

    void stop() override;

protected:
    void run() override;
    void abort() override { m_reader.reset(); }

private:
    void compare();

    std::unique_ptr<TargetReader> m_reader;
};

} // namespace Writeback
