#pragma once

#include "net/laterptr.h"
#include "writeback/sourceproof.h"
#include "writeback/step.h"

#include <memory>

namespace Domo {
class CountRows;
class ExportDataSet;
class GetDataSet;
} // namespace Domo

namespace Writeback {

// The part of FetchSource that reads an export. Streams the DataSet into the source grid and proves that it is
// complete, see judge(): has Domo count the rows and reads the metadata again where needed. Leaves the records of
// HeaderDiffers and MoreRowsThanTold. Ends with the errors of the export, or with IncompleteExport and a MissingProof
// as cause.
class ExportSource final : public Step
{
    Q_OBJECT

public:
    explicit ExportSource(RunContext &context, QObject *parent = nullptr);
    ~ExportSource() override;

protected:
    void run() override;
    void abort() override;

private:
    void fetched();
    void counted();
    void metadataRenewed();
    void decide();
    void take(const SourceVerdict &verdict);
    [[nodiscard]] bool addNulls(qint64 rows);
    void refuse(const MissingProof &missing);

    SourceEvidence m_evidence;
    std::optional<Core::Error> m_countError; // of the last count
    std::unique_ptr<Domo::ExportDataSet> m_export;
    Net::LaterPtr<Domo::CountRows> m_count;
    std::unique_ptr<Domo::GetDataSet> m_metadata;
};

} // namespace Writeback
