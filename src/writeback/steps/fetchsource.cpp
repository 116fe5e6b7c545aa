#include "writeback/steps/fetchsource.h"

#include "domo/getdataset.h"
#include "writeback/checkrecords.h"
#include "writeback/guards.h"
#include "writeback/steps/exportsource.h"
#include "writeback/steps/inspect.h"
#include "writeback/steps/querysource.h"

namespace Writeback {

FetchSource::FetchSource(RunContext &context, QObject *parent) : Step(StepName::FetchSource, context, parent) { }

FetchSource::~FetchSource() = default;

void FetchSource::run()
{
    RunContext &run = context();
    run.checks.erase(name());
    if (run.request.dataSet()->isQueried())
        m_source.reset(new QuerySource(run));
    else
        m_source.reset(new ExportSource(run));
    connect(m_source.get(), &Step::progressChanged, this, &Step::progressChanged);
    connect(m_source.get(), &Net::Job::finished, this, &FetchSource::fetched);
    m_source->start();
}

void FetchSource::abort()
{
    m_source.reset();
    m_afterwards.reset();
}

void FetchSource::fetched()
{
    if (const auto &read = m_source->result(); !read)
        finishWith(read);
    else
        lookForChange();
}

// Without a time in the metadata before, there is nothing to compare with; the number of rows is judged already.
void FetchSource::lookForChange()
{
    RunContext &run = context();
    const bool isOff = run.request.guards.level(Sheet::Guard::ChangedWhileRead) == Sheet::GuardLevel::Off;
    if (isOff || run.dataSet.loadedAt().isEmpty()) {
        end(Sheet::Verdict::NotMade);
        return;
    }
    m_afterwards.reset(new Domo::GetDataSet(*run.domo, run.request.dataSet()->dataSetId));
    connect(m_afterwards.get(), &Net::Job::finished, this, &FetchSource::lookedForChange);
    m_afterwards->start();
}

void FetchSource::lookedForChange()
{
    const Domo::DataSet &before = context().dataSet;
    const auto &after = m_afterwards->result();
    if (!after || after->loadedAt().isEmpty())
        end(Sheet::Verdict::NotMade); // the export is complete all the same
    else if (after->loadedAt() == before.loadedAt() && after->rows == before.rows)
        end(Sheet::Verdict::Passed);
    else if (m_isReadAgain)
        end(Sheet::Verdict::Stop);
    else
        readAgain(*after);
}

// What was decided by the metadata is decided again.
void FetchSource::readAgain(const Domo::DataSet &changed)
{
    RunContext &run = context();
    m_isReadAgain = true;
    run.dataSet = changed;
    run.source = Sheet::Grid(); // freed before the next one arrives
    if (auto shaped = shapeColumns(run, run.knownColumns()); !shaped) {
        finishWith(std::move(shaped));
        return;
    }
    run.checks[StepName::Inspect] = guardsBeforeFetching(run);
    if (auto error = refusal(run.checks[StepName::Inspect]))
        finishWith(Core::fail(*std::move(error)));
    else
        this->run();
}

void FetchSource::end(Sheet::Verdict found)
{
    RunContext &run = context();
    Finding check{.kind = Finding::Kind::ChangedWhileRead, .expected = run.dataSet.loadedAt()};
    if (found == Sheet::Verdict::Stop)
        check.actual = m_afterwards->result()->loadedAt();
    run.checks[name()].append(recordOf(found, check, run));
    if (auto error = refusal(run.checks[name()])) {
        finishWith(Core::fail(*std::move(error)));
        return;
    }
    run.sourceIsAtHand = true;
    finishWith({});
}

} // namespace Writeback
