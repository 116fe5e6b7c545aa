#include "writeback/steps/fetchsource.h"

#include "domo/exportdataset.h"
#include "domo/getdataset.h"

namespace Writeback {

FetchSource::FetchSource(RunContext &context, QObject *parent) : Step(StepName::FetchSource, context, parent) { }

FetchSource::~FetchSource() = default;

void FetchSource::run()
{
    RunContext &run = context();
    m_export = std::make_unique<Domo::ExportDataSet>(
        *run.domo, run.dataSet, Domo::ExportDataSet::Options{.columnNames = run.request.columnNames});
    connect(m_export.get(), &Domo::ExportDataSet::progressChanged, this,
            [this](qint64 rows, qint64) { Q_EMIT progressChanged(rows, context().dataSet.rows); });
    connect(m_export.get(), &Net::Job::finished, this, &FetchSource::fetched);
    m_export->start();
}

void FetchSource::abort()
{
    m_export.reset();
    m_metadata.reset();
}

void FetchSource::fetched()
{
    auto result = m_export->takeResult();
    if (!result) {
        finishWith(tl::unexpected(result.error()));
        return;
    }
    RunContext &run = context();
    run.source = std::move(result->grid);
    run.sourceRows = result->rows;
    run.notNumbers = result->notNumbers;
    if (isComplete()) {
        finishWith({});
        return;
    }
    m_metadata = std::make_unique<Domo::GetDataSet>(*run.domo, run.request.dataSetId);
    connect(m_metadata.get(), &Net::Job::finished, this, &FetchSource::metadataRenewed);
    m_metadata->start();
}

void FetchSource::metadataRenewed()
{
    RunContext &run = context();
    const auto &metadata = m_metadata->result();
    if (!metadata) {
        finishWith(tl::unexpected(metadata.error()));
        return;
    }
    run.dataSet.rows = metadata->rows;
    if (isComplete()) {
        finishWith({});
        return;
    }
    finishWith(tl::unexpected(Core::Error{
        .kind = Core::ErrorKind::IncompleteExport,
        .service = Core::Service::Domo,
        .subject = run.dataSet.name,
        .detail =
            QStringLiteral("rows received: %1, rows of the DataSet: %2").arg(run.sourceRows).arg(run.dataSet.rows)}));
}

bool FetchSource::isComplete() const
{
    const RunContext &run = context();
    return run.sourceRows == run.dataSet.rows || (run.dataSet.pdpEnabled && run.sourceRows < run.dataSet.rows);
}

} // namespace Writeback
