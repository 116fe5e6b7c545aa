#include "writeback/targetreader.h"

#include "sheet/textlint.h"
#include "workiva/readvalues.h"

#include <algorithm>

namespace Writeback {

namespace {

using Sheet::Cell;
using Sheet::CellKind;
using Sheet::Rectangle;
using Sheet::Region;
using Workiva::ReadValues;
using Workiva::ValueStyle;

constexpr qint64 cellsOfABand = 50'000; // a page of the service
constexpr size_t bandsAtOnce = 4;

// The parts to read one by one: bands of whole rows of a closed region; an open region as it is, and one that is larger
// than any sheet.
std::vector<Region> partsOf(const Region &region)
{
    if (!region.isClosed() || region.bounded().cells() > Sheet::maxSpreadsheetCells)
        return {region};
    std::vector<Region> parts;
    Rectangle rest = region.bounded();
    const int rows = int(std::clamp<qint64>(cellsOfABand / rest.columns, 1, rest.rows));
    while (rest.rows > 0) {
        Rectangle band = rest;
        band.rows = std::min(rows, rest.rows);
        parts.emplace_back(band);
        rest.row += band.rows;
        rest.rows -= band.rows;
    }
    return parts;
}

} // namespace

class TargetReader::Private
{
public:
    Private(TargetReader *reader, Net::Service &service, QString spreadsheet, QString sheet, Region area,
            Sheet::Address at, Sheet::Grid &into)
        : q(reader)
        , workiva(service)
        , spreadsheetId(std::move(spreadsheet))
        , sheetId(std::move(sheet))
        , region(std::move(area))
        , anchor(at)
        , grid(into)
    {
    }

    void begin(ValueStyle readStyle, const Region &area)
    {
        style = readStyle;
        waiting = partsOf(area);
        std::ranges::reverse(waiting); // taken from the back
        while (reading.size() < bandsAtOnce && !waiting.empty())
            readNext();
    }

    void readNext()
    {
        const Region part = waiting.back();
        waiting.pop_back();
        auto job = std::make_unique<ReadValues>(
            workiva, spreadsheetId, sheetId, part, style, [this](int row, int column, std::span<const Cell> cells) {
                style == ValueStyle::Raw ? takeRaw(row, column, cells) : takeCalculated(row, column, cells);
                return Core::Result<void>();
            });
        QObject::connect(job.get(), &Net::Job::finished, q, [this, read = job.get()] { partEnded(read); });
        job->start();
        reading.push_back(std::move(job));
    }

    void partEnded(ReadValues *job)
    {
        const auto place = std::ranges::find(reading, job, &std::unique_ptr<ReadValues>::get);
        place->release()->deleteLater(); // a sender is not deleted in its own signal
        reading.erase(place);
        if (!job->result()) {
            reading.clear();
            q->finishWith(tl::unexpected(job->result().error()));
            return;
        }
        Q_EMIT q->progressChanged(seen);
        if (!waiting.empty())
            readNext();
        else if (reading.empty())
            style == ValueStyle::Raw ? rawRead() : end();
    }

    // Pieces of a row come from left to right; what lies between them holds nothing.
    void takeRaw(int sheetRow, int sheetColumn, std::span<const Cell> cells)
    {
        const int row = sheetRow - anchor.row;
        const int first = sheetColumn - anchor.column;
        if (row < 0 || first < 0)
            return; // not asked for
        if (size_t(row) >= coveredTo.size())
            coveredTo.resize(size_t(row) + 1, region.anchor().column - anchor.column);
        int &covered = coveredTo[size_t(row)];
        clear(row, covered, first - 1);
        for (int column = first; column < first + int(cells.size()); ++column)
            put(row, column, cells[size_t(column - first)]);
        covered = std::max(covered, first + int(cells.size()));
    }

    void clear(int row, int first, int last)
    {
        for (int column = first; column <= last; ++column)
            put(row, column, {});
    }

    void put(int row, int column, Cell cell)
    {
        ++seen;
        const Cell before = grid.at(row, column);
        if (cell.kind == CellKind::Text && Sheet::looksLikeFormula(cell.text)) {
            doubtful = doubtful.united({row + anchor.row, column + anchor.column, 1, 1});
            if (before.kind == CellKind::Formula && before.text == cell.text)
                return; // until its calculated value is known
        }
        if (Sheet::sameValue(before, cell) && before.kind == cell.kind)
            return;
        altered = altered || !Sheet::sameValue(before, cell);
        if (!cell.isBlank() || !before.isBlank()) // a blank beyond the grid does not make it grow
            grid.set(row, column, cell);
    }

    void takeCalculated(int sheetRow, int sheetColumn, std::span<const Cell> cells)
    {
        const int row = sheetRow - anchor.row;
        for (int i = 0; i < int(cells.size()); ++i) {
            const int column = sheetColumn - anchor.column + i;
            const Cell raw = grid.at(row, column);
            const bool mayBeFormula =
                raw.kind == CellKind::Formula || (raw.kind == CellKind::Text && Sheet::looksLikeFormula(raw.text));
            if (!mayBeFormula)
                continue;
            const bool isText = Sheet::sameValue(Cell::ofText(raw.text), cells[size_t(i)]);
            const CellKind kind = isText ? CellKind::Text : CellKind::Formula;
            if (kind == raw.kind)
                continue;
            altered = true;
            grid.set(row, column, {kind, raw.text});
        }
    }

    void rawRead()
    {
        // What the service did not return holds nothing.
        const Rectangle area = region.bounded();
        const int lastRow = std::min(area.lastRow() - anchor.row, grid.rows() - 1);
        const int lastColumn = std::min(area.lastColumn() - anchor.column, grid.columns() - 1);
        coveredTo.resize(std::max(coveredTo.size(), size_t(lastRow + 1)), area.column - anchor.column);
        for (int row = area.row - anchor.row; row <= lastRow; ++row)
            clear(row, coveredTo[size_t(row)], lastColumn);
        if (doubtful.isEmpty())
            end();
        else
            begin(ValueStyle::Calculated, Region(doubtful));
    }

    void end() { q->finishWith(ReadBack{seen, altered}); }

    TargetReader *q;
    Net::Service &workiva;
    const QString spreadsheetId;
    const QString sheetId;
    const Region region;
    const Sheet::Address anchor;
    Sheet::Grid &grid;

    ValueStyle style = ValueStyle::Raw;
    std::vector<Region> waiting;
    std::vector<std::unique_ptr<ReadValues>> reading;
    std::vector<int> coveredTo; // of each row of the grid: the column up to which it is known
    Rectangle doubtful; // in the sheet: text that may be a formula
    qint64 seen = 0;
    bool altered = false;
};

TargetReader::TargetReader(Net::Service &workiva, QString spreadsheetId, QString sheetId, Sheet::Region region,
                           Sheet::Address anchor, Sheet::Grid &grid, QObject *parent)
    : JobWith(parent)
    , d(std::make_unique<Private>(this, workiva, std::move(spreadsheetId), std::move(sheetId), std::move(region),
                                  anchor, grid))
{
}

TargetReader::~TargetReader() = default;

void TargetReader::run()
{
    d->begin(ValueStyle::Raw, d->region);
}

void TargetReader::abort()
{
    d->waiting.clear();
    d->reading.clear();
}

} // namespace Writeback
