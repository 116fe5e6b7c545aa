#include "writeback/steps/inspect.h"

#include "domo/getdataset.h"
#include "workiva/getsheet.h"
#include "workiva/getspreadsheet.h"
#include "writeback/guards.h"

namespace Writeback {

template <typename Operation, typename Value> void Inspect::fetch(std::unique_ptr<Operation> job, Value &into)
{
    m_jobs->add(std::move(job), [&into](const Core::Result<Value> &result) -> Core::Result<void> {
        if (!result)
            return Core::propagate(result);
        into = *result;
        return {};
    });
}

void Inspect::run()
{
    RunContext &run = context();
    const RunRequest &request = run.request;
    m_jobs = std::make_unique<Net::JobGroup>(Net::JobGroup::OnError::StopOthers);
    if (!run.sourceIsAtHand)
        fetch(std::make_unique<Domo::GetDataSet>(*run.domo, request.dataSet()->dataSetId), run.dataSet);
    fetch(std::make_unique<Workiva::GetSpreadsheet>(*run.workiva, request.spreadsheetId), run.spreadsheet);
    fetch(std::make_unique<Workiva::GetSheet>(*run.workiva, run.sheetId()), run.sheet);
    connect(m_jobs.get(), &Net::Job::finished, this, &Inspect::answered);
    m_jobs->start();
}

void Inspect::abort()
{
    m_jobs.reset();
}

void Inspect::answered()
{
    if (!m_jobs->result()) {
        finishWith(m_jobs->result());
        return;
    }
    RunContext &run = context();
    if (!run.sourceIsAtHand) {
        if (auto done = shapeColumns(run, run.knownColumns()); !done) {
            finishWith(std::move(done));
            return;
        }
    }
    run.checks[name()] = guardsBeforeFetching(run);
    run.checks.erase(StepName::Review); // of a reading that is out of date
    if (auto error = refusal(run.checks[name()]))
        finishWith(Core::fail(*std::move(error)));
    else
        finishWith({});
}

Core::Result<void> shapeColumns(RunContext &run, const QList<Domo::Column> &columns)
{
    const Sheet::Shaping &shaping = run.request.dataSet()->shaping;
    if (auto good = Sheet::check(shaping, run.request.update); !good)
        return good;
    auto shaped = Domo::shaped(columns, shaping);
    if (!shaped)
        return Core::propagate(shaped);
    run.shaped = *std::move(shaped);
    return {};
}

} // namespace Writeback
