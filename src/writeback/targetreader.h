#pragma once

#include "net/job.h"
#include "sheet/grid.h"
#include "sheet/region.h"

#include <memory>
#include <vector>

namespace Net {
class Service;
}

namespace Writeback {

struct ReadBack
{
    qint64 cells = 0; // that were read, blank ones of a closed region too
    bool altered = false; // some of them are not equal to what the grid held before
};

// Reads raw values of a region of a sheet into a grid whose cell (0, 0) lies at `anchor`, and makes the grid true
// there: cells that the service no longer returns become Empty. A text that begins with '=' may be a formula or may be
// text: the calculated values are read too then, and where they differ the cell is a Formula. A closed region is read
// in bands of a page each, some at a time; an open one page after page. After an error the grid is partly renewed. The
// grid outlives the job.
class TargetReader final : public Net::JobWith<ReadBack>
{
    Q_OBJECT

public:
    TargetReader(Net::Service &workiva, QString spreadsheetId, QString sheetId, Sheet::Region region,
                 Sheet::Address anchor, Sheet::Grid &grid, QObject *parent = nullptr);
    ~TargetReader() override;

Q_SIGNALS:
    void progressChanged(qint64 cells);

protected:
    void run() override;
    void abort() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Writeback
