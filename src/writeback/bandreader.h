#pragma once

#include "net/job.h"
#include "net/laterptr.h"
#include "workiva/readsheetdata.h"
#include "workiva/readvalues.h"
#include "workiva/sheetid.h"
#include "writeback/gridrenewal.h"

#include <memory>
#include <optional>

namespace Net {
class Service;
}

namespace Writeback {

// The calls that can return a band. Each is tried when the one before is refused; the later ones request more than the
// band.
enum class BandSource {
    Values, // values of the band
    SheetData, // sheetdata of the band
    OpenSheetData, // sheetdata from the band's top left on, without an end: an open range is always answered
    SheetDataFromAbove, // the same from a position above, which the sheet is known to have
};

// A part of a region that is read in one go.
struct Band
{
    Sheet::Region region; // open where the region is
    std::optional<int> stop; // of an open band: the row of the sheet before which it ends; more rows may be returned
    Sheet::Address above; // a cell of the sheet to start from if the band itself is refused
    BandSource source = BandSource::Values; // the first to try
    bool mayFallBack = true; // to the later sources

    friend bool operator==(const Band &, const Band &) = default;
};

// True if another source may succeed: the range was refused, or the position of its pages is ambiguous.
[[nodiscard]] bool isForAnotherSource(const Core::Error &error);

struct BandRead
{
    Sheet::Rectangle extent{}; // in the sheet: what was received
    qint64 cells = 0;
    int nextRow = 0; // in the sheet: the first row that was not read
    bool isWhole = true; // nothing follows in the band's region
    bool isSheetsEnd = false; // nothing follows below the band, even outside the band's region
    BandSource source = BandSource::Values; // that responded

    friend bool operator==(const BandRead &, const BandRead &) = default;
};

struct SheetAtService
{
    Net::Service &workiva;
    Workiva::SheetId id;
};

// Reads a band into a grid: raw values, and calculated values for texts that may be formulas. Afterwards the grid is
// correct from the band's first row to the row before nextRow or `stop`, whichever is later, and to the region's end if
// the band is whole and has no stop. If every source refuses, the error is that of the first one.
class BandReader final : public Net::JobWith<BandRead>
{
    Q_OBJECT

public:
    BandReader(SheetAtService sheet, Band band, Sheet::Grid &grid, const Sheet::Address &anchor,
               Alterations &alterations, QObject *parent = nullptr);
    ~BandReader() override;

protected:
    void run() override;
    void abort() override;

private:
    void read();
    void readCalculated();
    void begin(std::unique_ptr<Workiva::RowReading> reading, void (BandReader::*then)());
    [[nodiscard]] Core::Result<Workiva::ReadSummary> takeReading();
    void rawRead();
    void calculatedRead();
    void fallBackFrom(const Core::Error &error);
    void take(int row, int column, std::span<const Workiva::SheetDataCell> cells);

    const SheetAtService m_sheet;
    const Band m_band;
    GridRenewal m_renewal;
    BandSource m_source;
    Sheet::Region m_asked; // from the current source
    std::optional<Core::Error> m_refusal; // of the first source
    BandRead m_read;
    Net::LaterPtr<Workiva::RowReading> m_reading;
};

} // namespace Writeback
