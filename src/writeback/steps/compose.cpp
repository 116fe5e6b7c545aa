#include "writeback/steps/compose.h"

#include "sheet/keptform.h"
#include "writeback/datematcher.h"

namespace Writeback {

Compose::Compose(RunContext &context, QObject *parent) : Step(StepName::Compose, context, parent) { }

Compose::~Compose() = default;

void Compose::run()
{
    RunContext &run = context();
    // Replace does not depend on the existing grid: what was composed after the first reading is kept when the region
    // is read again, and the source, which may have two million cells, is not kept in addition.
    if (!run.isComposed) {
        if (run.request.asKept)
            Sheet::toKeptForm(run.source);
        const DataSetSource *dataSet = run.request.dataSet();
        auto desired = Sheet::compose(run.existing, std::move(run.source), run.request.method,
                                      dataSet ? dataSet->headerRows() : 0);
        if (!desired) {
            finishWith(Core::propagate(desired));
            return;
        }
        run.desired = *std::move(desired);
        run.fit = Sheet::fit(run.request.region, run.desired.rows(), run.desired.columns());
        run.isComposed = true;
    }
    m_dates = std::make_unique<DateMatcher>(run);
    connect(m_dates.get(), &Net::Job::finished, this, &Compose::compare);
    m_dates->start();
}

void Compose::abort()
{
    m_dates.reset();
}

void Compose::compare()
{
    RunContext &run = context();
    run.diff = Sheet::diff(run.existing, run.desired);
    run.changes = {run.diff.changed, run.diff.added, run.diff.cleared, run.diff.unchanged, run.diff.kept};
    run.planned = run.diff.spans;
    run.cellsCompared = run.comparedCells();
    finishWith({});
}

} // namespace Writeback
