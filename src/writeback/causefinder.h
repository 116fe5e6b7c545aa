#pragma once

#include "net/job.h"
#include "writeback/runreport.h"

#include <memory>

namespace Net {
class Service;
}

namespace Workiva {
class ReadTableCells;
}

namespace Writeback {

// Finds out why cells may have kept their values: queries the sheet's table for locked and linked cells, and marks the
// given differences. Only explains: it succeeds even if the table cannot be read.
class CauseFinder final : public Net::JobWith<void>
{
    Q_OBJECT

public:
    // The differences must outlive the job. Without a table ID nothing is requested.
    CauseFinder(Net::Service &workiva, QString tableId, QList<Difference> &differences, QObject *parent = nullptr);
    ~CauseFinder() override;

protected:
    void run() override;
    void abort() override;

private:
    Net::Service &m_workiva;
    const QString m_tableId;
    QList<Difference> &m_differences;
    std::unique_ptr<Workiva::ReadTableCells> m_cells;
};

} // namespace Writeback
