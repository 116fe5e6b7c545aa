#include "writeback/steps/exportsource.h"

#include "domo/countrows.h"
#include "domo/exportdataset.h"
#include "domo/getdataset.h"
#include "writeback/checkrecords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

QString numberOrUnknown(std::optional<qint64> number)
{
    return number ? QString::number(*number) : u"unknown"_s;
}

} // namespace

ExportSource::ExportSource(RunContext &context, QObject *parent) : Step(StepName::FetchSource, context, parent) { }

ExportSource::~ExportSource() = default;

void ExportSource::run()
{
    const RunContext &run = context();
    m_evidence.isFiltered = run.dataSet.pdpEnabled;
    m_evidence.told = run.dataSet.rows;
    m_export = std::make_unique<Domo::ExportDataSet>(
        *run.domo, run.dataSet,
        Domo::ExportDataSet::Options{.columnNames = run.request.dataSet()->columnNames, .shaped = run.shaped});
    const qint64 total = m_evidence.isFiltered ? 0 : m_evidence.told.value_or(0);
    connect(m_export.get(), &Domo::ExportDataSet::progressChanged, this,
            [this, total](qint64 rows, qint64) { Q_EMIT progressChanged(rows, total); });
    connect(m_export.get(), &Net::Job::finished, this, &ExportSource::fetched);
    m_export->start();
}

void ExportSource::abort()
{
    m_export.reset();
    m_count.reset();
    m_metadata.reset();
}

void ExportSource::fetched()
{
    auto result = m_export->takeResult();
    if (!result) {
        finishWith(Core::propagate(result));
        return;
    }
    RunContext &run = context();
    run.source = std::move(result->grid);
    run.sourceColumns = run.source.columns();
    run.notNumbers = result->notNumbers;
    run.zerosDropped = result->zerosDropped;
    run.notDates = result->notDates;
    run.checks[name()].append(recordOf(
        result->respelled > 0 ? Sheet::Verdict::Stop : Sheet::Verdict::Passed,
        {.kind = Finding::Kind::HeaderDiffers, .count = result->respelled, .place = result->firstRespelled}, run));
    m_evidence.rows = result->rows;
    m_evidence.blankLines = result->blankLines;
    m_evidence.isFramed = result->isFramed;
    m_evidence.endsWhole = result->endsWhole;
    decide();
}

void ExportSource::decide()
{
    const SourceVerdict verdict = judge(m_evidence);
    RunContext &run = context();
    switch (verdict.next) {
    case SourceVerdict::Next::Take: take(verdict); return;
    case SourceVerdict::Next::Refuse: refuse(verdict.missing); return;
    case SourceVerdict::Next::Count:
        m_count = std::make_unique<Domo::CountRows>(*run.domo, run.request.dataSet()->dataSetId);
        connect(m_count.get(), &Net::Job::finished, this, &ExportSource::counted);
        m_count->start();
        return;
    case SourceVerdict::Next::ReadMetadata:
        m_metadata = std::make_unique<Domo::GetDataSet>(*run.domo, run.request.dataSet()->dataSetId);
        connect(m_metadata.get(), &Net::Job::finished, this, &ExportSource::metadataRenewed);
        m_metadata->start();
        return;
    }
    Q_UNREACHABLE();
}

void ExportSource::counted()
{
    const auto &count = m_count->result();
    ++m_evidence.counts;
    m_evidence.countFailed = !count;
    if (count)
        m_evidence.counted = *count;
    else
        m_countError = count.error();
    decide();
}

void ExportSource::metadataRenewed()
{
    const auto &metadata = m_metadata->result();
    if (!metadata) {
        finishWith(Core::propagate(metadata));
        return;
    }
    m_evidence.isFiltered = m_evidence.isFiltered || metadata->pdpEnabled;
    m_evidence.told = metadata->rows;
    m_evidence.toldAfterwards = true;
    decide();
}

void ExportSource::take(const SourceVerdict &verdict)
{
    RunContext &run = context();
    if (m_evidence.rows < verdict.rows && !addNulls(verdict.rows - m_evidence.rows)) {
        finishWith(Core::fail(Core::ErrorKind::TooLarge, run.dataSet.name));
        return;
    }
    run.sourceRows = verdict.rows;
    if (verdict.fewerTold)
        run.checks[name()].append(recordOf(
            Sheet::Verdict::Stop,
            {.kind = Finding::Kind::MoreRowsThanTold, .count = verdict.rows, .against = *verdict.fewerTold}, run));
    finishWith({});
}

// Blank lines at the end of a single column that have turned out to be rows. False: they do not fit in a sheet.
bool ExportSource::addNulls(qint64 rows)
{
    RunContext &run = context();
    const Domo::Column &column = run.shaped.columns.constFirst();
    const Sheet::CellTyper typer(*column.type, run.shaped.origins.constFirst().rules);
    const std::array null{typer.null()};
    for (; rows > 0 && run.source.rows() < Sheet::maxRows; --rows)
        run.source.appendRow(null);
    return rows == 0;
}

void ExportSource::refuse(const MissingProof &missing)
{
    RunContext &run = context();
    run.sourceRows = m_evidence.rows;
    Core::Error error{.kind = Core::ErrorKind::IncompleteExport,
                      .service = Core::Service::Domo,
                      .subject = run.dataSet.name,
                      .detail = u"rows received: %1, told: %2, counted: %3"_s.arg(numberOrUnknown(missing.received),
                                                                                  numberOrUnknown(m_evidence.told),
                                                                                  numberOrUnknown(m_evidence.counted)),
                      .cause = missing};
    if (m_countError && m_evidence.countFailed) {
        error.detail += u"; the count: %1 %2"_s.arg(Core::name(m_countError->kind), m_countError->detail);
        error.httpStatus = m_countError->httpStatus;
        error.requestId = m_countError->requestId;
    }
    finishWith(Core::fail(std::move(error)));
}

} // namespace Writeback
