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

// Streams the DataSet into the source grid and proves that it is complete, see judge(): has Domo count the rows and
// reads the metadata again where needed. Then it looks whether Domo loaded the DataSet while it was read, and if so
// reads it once more. Leaves the records of HeaderDiffers, MoreRowsThanTold and ChangedWhileRead. Ends with the errors
// of the export, with IncompleteExport and a MissingProof as cause, or refused by a guard.
class FetchSource final : public Step
{
    Q_OBJECT

public:
    explicit FetchSource(RunContext &context, QObject *parent = nullptr);
    ~FetchSource() override;

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
    void lookForChange();
    void lookedForChange();
    void readAgain(const Domo::DataSet &changed);
    void end(Sheet::Verdict found); // as far as a change while it was read is known

    SourceEvidence m_evidence;
    std::optional<Core::Error> m_countError; // of the last count
    std::unique_ptr<Domo::ExportDataSet> m_export;
    Net::LaterPtr<Domo::CountRows> m_count;
    std::unique_ptr<Domo::GetDataSet> m_metadata;
    Net::LaterPtr<Domo::GetDataSet> m_afterwards;
    bool m_isReadAgain = false;
};

} // namespace Writeback
