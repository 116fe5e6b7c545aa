#pragma once

#include "net/laterptr.h"
#include "writeback/step.h"

namespace Domo {
struct DataSet;
class GetDataSet;
} // namespace Domo

namespace Writeback {

// Reads the DataSet's rows, or those of a query on it, into the source grid with the proof that they are all, see
// ExportSource and QuerySource. Then it looks whether Domo loaded the DataSet while it was read, and if so reads it
// once more. Leaves the records of what read it and of ChangedWhileRead. Ends with their errors, or refused by a guard.
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
    void lookForChange();
    void lookedForChange();
    void readAgain(const Domo::DataSet &changed);
    void end(Sheet::Verdict found); // as far as a change while it was read is known

    Net::LaterPtr<Step> m_source;
    Net::LaterPtr<Domo::GetDataSet> m_afterwards;
    bool m_isReadAgain = false;
};

} // namespace Writeback
