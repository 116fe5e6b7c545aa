#include "writeback/bandreader.h"

#include <algorithm>

namespace Writeback {

namespace {

using Core::ErrorKind;
using Sheet::Cell;
using Sheet::Region;

Region regionFor(const Band &band, BandSource source)
{
    switch (source) {
    case BandSource::Values:
    case BandSource::SheetData: return band.region;
    case BandSource::OpenSheetData: return Region(band.region.anchor(), {}, {});
    case BandSource::SheetDataFromAbove: return Region(band.above, {}, {});
    }
    Q_UNREACHABLE();
}

} // namespace

bool isForAnotherSource(const Core::Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected
        || error.cause.as<Workiva::UnclearPlace>();
}

BandReader::BandReader(SheetAtService sheet, Band band, Sheet::Grid &grid, const Sheet::Address &anchor,
                       Alterations &alterations, QObject *parent)
    : JobWith(parent)
    , m_sheet(std::move(sheet))
    , m_band(std::move(band))
    , m_renewal(grid, anchor, m_band.region.bounded(), alterations)
    , m_source(m_band.source)
{
}

BandReader::~BandReader() = default;

void BandReader::run()
{
    read();
}

void BandReader::abort()
{
    m_reading.reset();
}

void BandReader::read()
{
    m_asked = regionFor(m_band, m_source);
    m_renewal.begin();
    std::unique_ptr<Workiva::RowReading> reading;
    if (m_source == BandSource::Values)
        reading = std::make_unique<Workiva::ReadValues>(m_sheet.workiva, m_sheet.id, m_asked, Workiva::ValueStyle::Raw,
                                                        [this](int row, int column, std::span<const Cell> cells) {
                                                            m_renewal.takeRaw(row, column, cells);
                                                            return Core::Result<void>();
                                                        });
    else
        reading = std::make_unique<Workiva::ReadSheetData>(
            m_sheet.workiva, m_sheet.id, m_asked, Workiva::ReadSheetData::Parts::Values,
            [this](int row, int column, std::span<const Workiva::SheetDataCell> cells) {
                take(row, column, cells);
                return Core::Result<void>();
            });
    if (m_band.stop)
        reading->stopBefore(*m_band.stop);
    else if (!m_asked.lastRow() && m_band.region.lastRow())
        reading->stopBefore(*m_band.region.lastRow() + 1);
    begin(std::move(reading), &BandReader::rawRead);
}

void BandReader::take(int row, int column, std::span<const Workiva::SheetDataCell> cells)
{
    std::vector<Cell> raw;
    std::vector<Cell> calculated;
    for (const Workiva::SheetDataCell &cell : cells) {
        raw.push_back(cell.value);
        calculated.push_back(cell.calculated);
    }
    m_renewal.takeRaw(row, column, raw);
    m_renewal.takeCalculated(row, column, calculated);
    m_renewal.settled();
}

void BandReader::begin(std::unique_ptr<Workiva::RowReading> reading, void (BandReader::*then)())
{
    m_reading = std::move(reading);
    connect(m_reading.get(), &Net::Job::finished, this, then);
    m_reading->start();
}

Core::Result<Workiva::ReadSummary> BandReader::takeReading()
{
    const auto done = std::move(m_reading);
    return done->takeResult();
}

void BandReader::rawRead()
{
    const auto summary = takeReading();
    if (!summary) {
        fallBackFrom(summary.error());
        return;
    }
    m_read = {.extent = m_renewal.part().intersected(summary->extent),
              .cells = summary->cells,
              .nextRow = std::max(summary->nextRow, m_band.region.anchor().row),
              .isWhole = summary->isWhole,
              .isSheetsEnd = summary->isWhole && !m_asked.lastRow(),
              .source = m_source};
    if (!summary->isWhole)
        m_renewal.endBefore(m_read.nextRow);
    else if (m_band.stop)
        m_renewal.endBefore(std::max(m_read.nextRow, *m_band.stop));
    else
        m_renewal.endBefore(Sheet::maxRows);
    readCalculated();
}

void BandReader::readCalculated()
{
    if (m_renewal.doubtful().isEmpty()) {
        finishWith(m_read);
        return;
    }
    begin(std::make_unique<Workiva::ReadValues>(m_sheet.workiva, m_sheet.id, Region(m_renewal.doubtful()),
                                                Workiva::ValueStyle::Calculated,
                                                [this](int row, int column, std::span<const Cell> cells) {
                                                    m_renewal.takeCalculated(row, column, cells);
                                                    return Core::Result<void>();
                                                }),
          &BandReader::calculatedRead);
}

void BandReader::calculatedRead()
{
    const auto summary = takeReading();
    if (summary)
        finishWith(m_read);
    else
        fallBackFrom(summary.error());
}

void BandReader::fallBackFrom(const Core::Error &error)
{
    if (!m_refusal)
        m_refusal = error;
    if (!m_band.mayFallBack || !isForAnotherSource(error)) {
        finishWith(Core::fail(error));
        return;
    }
    do {
        if (m_source == BandSource::SheetDataFromAbove) {
            finishWith(Core::fail(*m_refusal));
            return;
        }
        m_source = BandSource(int(m_source) + 1);
    } while (regionFor(m_band, m_source) == m_asked && m_source != BandSource::SheetData); // already requested
    read();
}

} // namespace Writeback
