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
            finishWith(tl::unexpected(asked->result().error()));
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
    ask(std::make_unique<Domo::GetDataSet>(*run.domo, request.dataSetId), run.dataSet);
    ask(std::make_unique<Workiva::GetSpreadsheet>(*run.workiva, request.spreadsheetId), run.spreadsheet);
    ask(std::make_unique<Workiva::GetSheet>(*run.workiva, request.spreadsheetId, request.sheetId), run.sheet);
}

void Inspect::abort()
{
    m_jobs.clear();
}

void Inspect::answered()
{
    if (--m_open > 0)
        return;
    context().findings = guardsBeforeFetching(context());
    if (auto error = refusal(context().findings))
        finishWith(tl::unexpected(*std::move(error)));
    else
        finishWith({});
}

} // namespace Writeback
