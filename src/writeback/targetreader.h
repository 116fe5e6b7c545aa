#pragma once

#include "net/job.h"
#include "sheet/diff.h"
#include "sheet/grid.h"
#include "sheet/region.h"
#include "workiva/sheetid.h"

#include <memory>
#include <optional>
#include <vector>

namespace Net {
class Service;
}

namespace Writeback {

struct ReadBack
{
    qint64 cells =
        0; // that are known now, blank ones too: all of a closed region, of an open one what lies in the grid
    bool altered = false; // some of them are not equal to what the grid held before
    qint64 alteredCells = 0;
    std::vector<Sheet::Span> alteredSpans; // in the grid: the first thousand spans of these, as the reading met them
    qint64 unreadable = 0; // cells that are no valid text, and equal to nothing
    std::optional<Sheet::Address> firstUnreadable; // in the sheet
};

// Reads raw values of a sheet into a grid whose cell (0, 0) lies at `anchor`, and makes the grid true there: cells that
// the service no longer returns become Empty. A text that begins with '=' may be a formula or may be text: the
// calculated values are read too then, and where they differ the cell is a Formula.
//   A region is read in bands of a page each, four at a time, an open one too: see BandPlan. Bands that the service
// refuses to give as values are read as sheetdata: see BandReader. Of several rectangles those are read together that
// fit on one page with what lies between them. After an error the grid is partly renewed. The grid outlives the job.
class TargetReader final : public Net::JobWith<ReadBack>
{
    Q_OBJECT

public:
    TargetReader(Net::Service &workiva, Workiva::SheetId sheet, Sheet::Region region, Sheet::Address anchor,
                 Sheet::Grid &grid, QObject *parent = nullptr);
    TargetReader(Net::Service &workiva, Workiva::SheetId sheet, const std::vector<Sheet::Rectangle> &rectangles,
                 Sheet::Address anchor, Sheet::Grid &grid, QObject *parent = nullptr);
    ~TargetReader() override;

    // Before the start: how many rows and columns of the region are thought to hold something. What the grid holds is
    // thought so anyway. So much of an open region is asked for at once; a wrong guess costs a request or two.
    void expect(int rows, int columns);

Q_SIGNALS:
    void progressChanged(qint64 cells); // that came, or are known to be blank

protected:
    void run() override;
    void abort() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

// Rectangles that cover the given ones and do not overlap, few of them: neighbours are one where a page of the service
// holds all that lies in it. From top to bottom. Pure.
[[nodiscard]] std::vector<Sheet::Rectangle> gathered(std::vector<Sheet::Rectangle> rectangles);

} // namespace Writeback
