#pragma once

#include "writeback/step.h"

#include <memory>

namespace Domo {
class ExportDataSet;
class GetDataSet;
} // namespace Domo

namespace Writeback {

// Streams the DataSet into the source grid and checks that it is whole: as many rows as the metadata says. A DataSet
// that was loaded anew in the meantime has other metadata, so they are read once more before a difference is an
// IncompleteExport. Row policies hide rows from the client: fewer are no error then.
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
    void metadataRenewed();
    [[nodiscard]] bool isComplete() const;

    std::unique_ptr<Domo::ExportDataSet> m_export;
    std::unique_ptr<Domo::GetDataSet> m_metadata;
};

} // namespace Writeback
