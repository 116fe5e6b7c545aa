#pragma once

#include "net/jobgroup.h"
#include "writeback/step.h"

#include <memory>

namespace Writeback {

// Makes the columns of the grid of those of the DataSet, or of a query's result, as the request wants them.
// InvalidInput, with Sheet::ShapingFault as cause, if they are not possible.
[[nodiscard]] Core::Result<void> shapeColumns(RunContext &run, const QList<Domo::Column> &columns);

// Reads the metadata of DataSet, spreadsheet and sheet, side by side, shapes the columns that they tell, unless the
// DataSet was fetched already, because the grids have those, and applies the guards that need nothing else. Ends with
// NotFound, NoAccess, Locked or TooLarge, or with InvalidInput if the shaping does not fit the DataSet, see
// Domo::shaped().
class Inspect final : public Step
{
    Q_OBJECT

public:
    explicit Inspect(RunContext &context, QObject *parent = nullptr) : Step(StepName::Inspect, context, parent) { }

protected:
    void run() override;
    void abort() override;

private:
    // Adds a job whose result is stored in `into`.
    template <typename Operation, typename Value> void fetch(std::unique_ptr<Operation> job, Value &into);
    void answered();

    std::unique_ptr<Net::JobGroup> m_jobs;
};

} // namespace Writeback
