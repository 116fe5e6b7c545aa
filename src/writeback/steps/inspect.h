#pragma once

#include "writeback/step.h"

#include <memory>
#include <vector>

namespace Writeback {

// The metadata of DataSet, spreadsheet and sheet, side by side, and the guards that need no more. Ends with NotFound,
// NoAccess, Locked or TooLarge.
class Inspect final : public Step
{
    Q_OBJECT

public:
    explicit Inspect(RunContext &context, QObject *parent = nullptr);
    ~Inspect() override;

protected:
    void run() override;
    void abort() override;

private:
    // Starts a job whose result goes to `into`; the step ends with the last job or with the first error.
    template <typename Operation, typename Value> void ask(std::unique_ptr<Operation> job, Value &into);
    void answered();

    std::vector<std::unique_ptr<Net::Job>> m_jobs;
    size_t m_open = 0;
};

} // namespace Writeback
