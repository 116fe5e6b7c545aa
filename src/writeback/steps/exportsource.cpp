#include "writeback/steps/fetchsource.h"

#include "domo/countrows.h"
#include "domo/exportdataset.h"
#include "domo/getdataset.h"
#include "writeback/guards.h"
#include "writeback/steps/inspect.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

QString numberOrUnknown(std::optional<qint64> number)
{
    return number ? QString::number(*number) : u"unknown"_s;
}

} // namespace

FetchSource::FetchSource(RunContext &context, QObject *parent) : Step(StepName::FetchSource, context, parent) { }

FetchSource::~FetchSource() = default;

void FetchSource::run()
{
    RunContext &run = context();
    run.checks.erase(name());
    m_evidence = {};
    m_countError.reset();
    m_evidence.isFiltered = run.dataSet.pdpEnabled;
    m_evidence.told = run.dataSet.rows;
    m_export = std::make_unique<Domo::ExportDataSet>(
        *run.domo, run.dataSet,
        Domo::ExportDataSet::Options{.columnNames = run.request.dataSet()->columnNames, .shaped = run.shaped});
    const qint64 total = m_evidence.isFiltered ? 0 : m_evidence.told.value_or(0);
    connect(m_export.get(), &Domo::ExportDataSet::progressChanged, this,
            [this, total](qint64 rows, qint64) { Q_EMIT progressChanged(rows, total); });
    connect(m_export.get(), &Net::Job::finished, this, &FetchSource::fetched);
    m_export->start();
}

void FetchSource::abort()
{
    m_export.reset();
    m_count.reset();
    m_metadata.reset();
    m_afterwards.reset();
}

void FetchSource::fetched()
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

void FetchSource::decide()
{
    const SourceVerdict verdict = judge(m_evidence);
    RunContext &run = context();
    switch (verdict.next) {
    case SourceVerdict::Next::Take: take(verdict); return;
    case SourceVerdict::Next::Refuse: refuse(verdict.missing); return;
    case SourceVerdict::Next::Count:
        m_count = std::make_unique<Domo::CountRows>(*run.domo, run.request.dataSet()->dataSetId);
        connect(m_count.get(), &Net::Job::finished, this, &FetchSource::counted);
        m_count->start();
        return;
    case SourceVerdict::Next::ReadMetadata:
        m_metadata = std::make_unique<Domo::GetDataSet>(*run.domo, run.request.dataSet()->dataSetId);
        connect(m_metadata.get(), &Net::Job::finished, this, &FetchSource::metadataRenewed);
        m_metadata->start();
        return;
    }
    Q_UNREACHABLE();
}

void FetchSource::counted()
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

void FetchSource::metadataRenewed()
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

void FetchSource::take(const SourceVerdict &verdict)
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
    if (auto shaped = shapeColumns(run); !shaped) {
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

// Blank lines at the end of a single column that have turned out to be rows. False: they do not fit in a sheet.
bool FetchSource::addNulls(qint64 rows)
{
    RunContext &run = context();
    const Domo::Column &column = run.shaped.columns.constFirst();
    const Sheet::CellTyper typer(*column.type, run.shaped.origins.constFirst().rules);
    const std::array null{typer.null()};
    for (; rows > 0 && run.source.rows() < Sheet::maxRows; --rows)
        run.source.appendRow(null);
    return rows == 0;
}

void FetchSource::refuse(const MissingProof &missing)
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
