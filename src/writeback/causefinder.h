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

// Why cells may have stayed as they were: asks the sheet's table whether they are locked or shown by a link, and marks
// the differences that it is given. Explains, and decides nothing: it ends well when the table does not tell.
class CauseFinder final : public Net::JobWith<void>
{
    Q_OBJECT

public:
    // The differences outlive the job. An empty ID of the table: nothing is asked.
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
