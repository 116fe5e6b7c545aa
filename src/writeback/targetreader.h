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
    qint64 cells = 0; // read so far, blank ones included: all of a closed region; of an open one, those within the grid
    bool altered = false; // some cells differ from what the grid held before
    qint64 alteredCells = 0;
    // In the grid: the first thousand spans of these, in the order they were read.
    std::vector<Sheet::Span> alteredSpans;
    qint64 unreadable = 0; // cells without valid text, which differ from everything
    std::optional<Sheet::Address> firstUnreadable; // in the sheet
};

// Reads raw values of a sheet into a grid whose (0, 0) is at `anchor` and brings the grid up to date: cells that the
// service no longer returns become Empty. A text that begins with '=' may be a formula or text: calculated values are
// then read too, and where they differ the cell is a Formula.
//   A region is read in bands of one page, four at a time, even an open one: see BandPlan. Bands that are refused as
// values are read as sheetdata: see BandReader. Of several rectangles, those that fit on one page together with the
// cells between them are read together. After an error the grid is partly updated. The grid must outlive the job.
class TargetReader final : public Net::JobWith<ReadBack>
{
    Q_OBJECT

public:
    TargetReader(Net::Service &workiva, Workiva::SheetId sheet, Sheet::Region region, Sheet::Address anchor,
                 Sheet::Grid &grid, QObject *parent = nullptr);
    TargetReader(Net::Service &workiva, Workiva::SheetId sheet, const std::vector<Sheet::Rectangle> &rectangles,
                 Sheet::Address anchor, Sheet::Grid &grid, QObject *parent = nullptr);
    ~TargetReader() override;

    // Before the start: how many rows and columns of the region are expected to hold data, besides those that the grid
    // holds. That much of an open region is requested at once; a wrong guess costs a request or two.
    void expect(int rows, int columns);

Q_SIGNALS:
    void progressChanged(qint64 cells); // received, or known to be blank

protected:
    void run() override;
    void abort() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

// A few rectangles that cover the given ones without overlapping: neighbours are merged if one page of the service
// holds the result. From top to bottom. Pure.
[[nodiscard]] std::vector<Sheet::Rectangle> gathered(std::vector<Sheet::Rectangle> rectangles);

} // namespace Writeback
