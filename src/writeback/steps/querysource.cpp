#include "writeback/steps/querysource.h"

#include "domo/countrows.h"
#include "domo/queriedgrid.h"
#include "domo/querydataset.h"
#include "writeback/checkrecords.h"
#include "writeback/guards.h"
#include "writeback/steps/inspect.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Writeback {

QuerySource::QuerySource(RunContext &context, QObject *parent) : Step(StepName::FetchSource, context, parent) { }

QuerySource::~QuerySource() = default;

void QuerySource::run()
{
    const RunContext &run = context();
    const DataSetSource &source = *run.request.dataSet();
    const auto sql = Sheet::filled(source.query);
    if (!sql) {
        finishWith(Core::propagate(sql));
        return;
    }
    m_sql = *sql;
    m_jobs.reset(new Net::JobGroup(Net::JobGroup::OnError::StopOthers));
    m_jobs->add(
        std::make_unique<Domo::QueryDataSet>(*run.domo, Domo::Query{.dataSetId = source.dataSetId, .sql = m_sql}),
        [this](const Core::Result<Domo::QueryReply> &reply) -> Core::Result<void> {
            if (!reply)
                return Core::propagate(reply);
            m_reply = *reply;
            return {};
        });
    m_jobs->add(std::make_unique<Domo::CountRows>(*run.domo, source.dataSetId, m_sql),
                [this](const Core::Result<qint64> &count) -> Core::Result<void> {
                    take(count);
                    return {}; // without a count the reply's own number decides
                });
    connect(m_jobs.get(), &Net::Job::finished, this, &QuerySource::answered);
    m_jobs->start();
}

void QuerySource::abort()
{
    m_jobs.reset();
    m_count.reset();
}

void QuerySource::take(const Core::Result<qint64> &count)
{
    ++m_evidence.counts;
    m_evidence.counted = count ? std::optional(*count) : std::nullopt;
}

void QuerySource::answered()
{
    const Core::Result<void> asked = m_jobs->result();
    m_jobs.reset();
    const Core::Result<void> made = asked ? makeGrid() : asked;
    if (made)
        decide();
    else
        finishWith(made);
}

Core::Result<void> QuerySource::makeGrid()
{
    RunContext &run = context();
    const Domo::QueryReply reply = std::exchange(m_reply, {}); // freed at the end: its text is large
    if (auto shaped = shapeColumns(run, reply.columns()); !shaped)
        return shaped;
    run.checks[name()] = guardsOfColumns(run);
    if (auto error = refusal(run.checks[name()]))
        return Core::fail(*std::move(error));
    auto made = Domo::gridOf(reply, run.shaped, run.request.dataSet()->columnNames);
    if (!made) {
        made.error().service = Core::Service::Domo;
        return Core::propagate(made);
    }
    run.source = std::move(made->grid);
    run.sourceColumns = run.source.columns();
    run.sourceRows = made->rows;
    run.notNumbers = made->notNumbers;
    run.zerosDropped = made->zerosDropped;
    run.notDates = made->notDates;
    run.checks[name()].append(recordOf(
        made->longNumbers > 0 ? Sheet::Verdict::Stop : Sheet::Verdict::Passed,
        {.kind = Finding::Kind::LongNumbersQueried, .count = made->longNumbers, .place = made->firstLong}, run));
    m_evidence.rows = made->rows;
    m_evidence.told = reply.rows();
    return {};
}

void QuerySource::decide()
{
    const SourceVerdict verdict = judge(m_evidence);
    switch (verdict.next) {
    case SourceVerdict::Next::Take:
        record(m_evidence.counted ? Sheet::Verdict::Passed : Sheet::Verdict::NotMade, m_evidence.counted);
        finishWith({});
        return;
    case SourceVerdict::Next::Count: countAgain(); return;
    case SourceVerdict::Next::Refuse: refuse(verdict.missing); return;
    case SourceVerdict::Next::ReadMetadata: break;
    }
    Q_UNREACHABLE();
}

void QuerySource::countAgain()
{
    const RunContext &run = context();
    m_count.reset(new Domo::CountRows(*run.domo, run.request.dataSet()->dataSetId, m_sql));
    connect(m_count.get(), &Net::Job::finished, this, [this] {
        take(m_count->result());
        decide();
    });
    m_count->start();
}

void QuerySource::record(Sheet::Verdict found, std::optional<qint64> against)
{
    RunContext &run = context();
    run.checks[name()].append(recordOf(found,
                                       {.kind = Finding::Kind::RowsMiscounted,
                                        .count = m_evidence.rows,
                                        .against = against.value_or(0),
                                        .unread = Finding::Unread::NotCounted},
                                       run));
}

void QuerySource::refuse(const MissingProof &missing)
{
    if (missing.why == MissingProof::Why::QueryRowsDiffer)
        record(Sheet::Verdict::Stop, missing.expected);
    const auto text = [](std::optional<qint64> rows) { return rows ? QString::number(*rows) : u"unknown"_s; };
    finishWith(Core::fail(Core::Error{.kind = Core::ErrorKind::IncompleteExport,
                                      .service = Core::Service::Domo,
                                      .subject = context().dataSet.name,
                                      .detail = u"rows received: %1, told: %2, counted: %3"_s.arg(
                                          text(m_evidence.rows), text(m_evidence.told), text(m_evidence.counted)),
                                      .cause = missing}));
}

} // namespace Writeback
