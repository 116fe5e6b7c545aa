#include "writeback/steps/inspect.h"

#include "domo/getdataset.h"
#include "workiva/getsheet.h"
#include "workiva/getspreadsheet.h"
#include "writeback/guards.h"

namespace Writeback {

Inspect::Inspect(RunContext &context, QObject *parent) : Step(StepName::Inspect, context, parent) { }

Inspect::~Inspect() = default;

template <typename Operation, typename Value> void Inspect::ask(std::unique_ptr<Operation> job, Value &into)
{
    ++m_open;
    connect(job.get(), &Net::Job::finished, this, [this, asked = job.get(), &into] {
        if (!asked->result()) {
            finishWith(Core::propagate(asked->result()));
            for (const auto &other : m_jobs)
                other->cancel();
            return;
        }
        into = *asked->result();
        answered();
    });
    job->start();
    m_jobs.push_back(std::move(job));
}

void Inspect::run()
{
    RunContext &run = context();
    const RunRequest &request = run.request;
    if (!run.composed) // when only the sheet has to be looked at again, the data is there
        ask(std::make_unique<Domo::GetDataSet>(*run.domo, request.dataSetId), run.dataSet);
    ask(std::make_unique<Workiva::GetSpreadsheet>(*run.workiva, request.spreadsheetId), run.spreadsheet);
    ask(std::make_unique<Workiva::GetSheet>(*run.workiva, run.sheetId()), run.sheet);
}

void Inspect::abort()
{
    m_jobs.clear();
}

void Inspect::answered()
{
    if (--m_open > 0)
        return;
    RunContext &run = context();
    run.findings = run.earlyFindings + guardsBeforeFetching(run);
    run.guarded = run.findings.size();
    if (auto error = refusal(run.findings))
        finishWith(Core::fail(*std::move(error)));
    else
        finishWith({});
}

} // namespace Writeback
