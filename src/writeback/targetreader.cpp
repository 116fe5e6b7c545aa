#include "writeback/targetreader.h"

#include "net/laterptr.h"
#include "writeback/bandplan.h"

#include <algorithm>

namespace Writeback {

namespace {

using Sheet::Rectangle;
using Sheet::Region;

constexpr qint64 cellsOfAPage = 50'000; // of the service
constexpr size_t bandsAtOnce = 4;

} // namespace

class TargetReader::Private
{
public:
    Private(TargetReader *reader, SheetAtService place, std::vector<Region> all, Sheet::Address at, Sheet::Grid &into)
        : q(reader), sheet(std::move(place)), regions(std::move(all)), anchor(at), grid(into)
    {
    }

    // A band being read, and the plan it belongs to.
    struct Reading
    {
        size_t plan = 0;
        size_t band = 0;
        Net::LaterPtr<BandReader> job;
    };

    void begin()
    {
        for (const Region &region : regions) {
            const Rectangle known =
                region.clamped(inSheet(std::max(expectedRows, grid.rows()), std::max(expectedColumns, grid.columns())));
            plans.emplace_back(region, std::max(known.rows, 0), std::max(known.columns, 0));
        }
        readMore();
    }

    [[nodiscard]] Rectangle inSheet(int rows, int columns) const { return {anchor.row, anchor.column, rows, columns}; }

    void readMore()
    {
        for (size_t plan = 0; plan < plans.size(); ++plan) {
            while (reading.size() < bandsAtOnce) {
                const auto band = plans[plan].next();
                if (!band)
                    break;
                read(plan, *band);
            }
        }
        if (reading.empty())
            end();
    }

    void read(size_t plan, size_t band)
    {
        auto job = std::make_unique<BandReader>(sheet, plans[plan].band(band), grid, anchor, alterations);
        QObject::connect(job.get(), &Net::Job::finished, q, [this, done = job.get()] { bandEnded(done); });
        job->start();
        reading.push_back({plan, band, std::move(job)});
    }

    void bandEnded(BandReader *job)
    {
        const auto place = std::ranges::find_if(reading, [job](const Reading &one) { return one.job.get() == job; });
        BandPlan &plan = plans[place->plan];
        const size_t number = place->band;
        const size_t planNumber = place->plan;
        reading.erase(place);
        plan.ended(number, job->result());
        const auto dropped = plan.takeDropped();
        std::erase_if(reading, [&](const Reading &one) {
            return one.plan == planNumber && std::ranges::find(dropped, one.band) != dropped.end();
        });
        if (plan.error()) {
            reading.clear();
            q->finishWith(Core::fail(*plan.error()));
            return;
        }
        if (job->result()) {
            const Region &region = plan.band(number).region;
            seen += region.isClosed() ? region.bounded().cells() : job->result()->cells;
            Q_EMIT q->progressChanged(seen);
        }
        readMore();
    }

    void end()
    {
        ReadBack read;
        for (size_t i = 0; i < plans.size(); ++i) {
            Rectangle below = regions[i].bounded();
            const int endRow = plans[i].endRow();
            below.rows -= endRow - below.row;
            below.row = endRow;
            if (!below.isEmpty())
                GridRenewal(grid, anchor, below, alterations).endBefore(Sheet::maxRows);
        }
        for (const Region &region : regions)
            read.cells += region.isClosed() ? region.bounded().cells()
                                            : region.clamped(inSheet(grid.rows(), grid.columns())).cells();
        read.altered = alterations.cells > 0;
        read.alteredCells = alterations.cells;
        read.alteredSpans = std::move(alterations.spans);
        if (alterations.hasUnreadable)
            findUnreadable(read);
        q->finishWith(std::move(read));
    }

    void findUnreadable(ReadBack &read) const
    {
        for (const Region &region : regions) {
            const Rectangle area = region.clamped(inSheet(grid.rows(), grid.columns()));
            for (int row = area.row; row <= area.lastRow(); ++row) {
                for (int column = area.column; column <= area.lastColumn(); ++column) {
                    if (grid.at(row - anchor.row, column - anchor.column).kind != Sheet::CellKind::Unreadable)
                        continue;
                    if (read.unreadable++ == 0)
                        read.firstUnreadable = Sheet::Address{row, column};
                }
            }
        }
    }

    TargetReader *q;
    const SheetAtService sheet;
    const std::vector<Region> regions; // do not overlap
    const Sheet::Address anchor;
    Sheet::Grid &grid;
    int expectedRows = 0;
    int expectedColumns = 0;

    std::vector<BandPlan> plans; // one for each region
    std::vector<Reading> reading;
    Alterations alterations;
    qint64 seen = 0;
};

TargetReader::TargetReader(Net::Service &workiva, Workiva::SheetId sheet, Region region, Sheet::Address anchor,
                           Sheet::Grid &grid, QObject *parent)
    : JobWith(parent)
    , d(std::make_unique<Private>(this, SheetAtService{workiva, std::move(sheet)}, std::vector{std::move(region)},
                                  anchor, grid))
{
}

TargetReader::TargetReader(Net::Service &workiva, Workiva::SheetId sheet, const std::vector<Rectangle> &rectangles,
                           Sheet::Address anchor, Sheet::Grid &grid, QObject *parent)
    : JobWith(parent)
{
    std::vector<Region> regions;
    for (const Rectangle &rectangle : gathered(rectangles))
        regions.emplace_back(rectangle);
    d = std::make_unique<Private>(this, SheetAtService{workiva, std::move(sheet)}, std::move(regions), anchor, grid);
}

TargetReader::~TargetReader() = default;

void TargetReader::expect(int rows, int columns)
{
    d->expectedRows = rows;
    d->expectedColumns = columns;
}

void TargetReader::run()
{
    d->begin();
}

void TargetReader::abort()
{
    d->reading.clear();
}

std::vector<Rectangle> gathered(std::vector<Rectangle> rectangles)
{
    const auto byPlace = [](const Rectangle &one) { return std::pair(one.row, one.column); };
    std::erase_if(rectangles, &Rectangle::isEmpty);
    std::ranges::sort(rectangles, {}, byPlace);
    std::vector<Rectangle> all;
    for (Rectangle next : rectangles) {
        if (!all.empty() && all.back().united(next).cells() <= cellsOfAPage) {
            next = all.back().united(next);
            all.pop_back();
        }
        const auto overlaps = [&next](const Rectangle &one) { return one.intersects(next); };
        for (auto one = std::ranges::find_if(all, overlaps); one != all.end();
             one = std::ranges::find_if(all, overlaps)) {
            next = next.united(*one);
            all.erase(one);
        }
        all.push_back(next);
    }
    std::ranges::sort(all, {}, byPlace);
    return all;
}

} // namespace Writeback
