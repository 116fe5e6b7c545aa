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

// Which call of the service gives a band. Each is asked where the one before is refused; the later ones ask for more
// than the band.
enum class BandSource {
    Values, // values of the band
    SheetData, // sheetdata of the band
    OpenSheetData, // sheetdata from the band's top left on, without an end: an open range is answered always
    SheetDataFromAbove, // the same from a place above, where the sheet is known to reach
};

// A part of a region of a sheet that is read at one go.
struct Band
{
    Sheet::Region region; // open where the whole is
    std::optional<int> stop; // of an open one: the row of the sheet before which it ends; more may come
    Sheet::Address above; // a cell of the sheet to begin at where the band itself is refused
    BandSource source = BandSource::Values; // to begin with
    bool mayFallBack = true; // to the later sources

    friend bool operator==(const Band &, const Band &) = default;
};

// True for an error that another source may not have: the range was refused, or where its pages lie was left open.
[[nodiscard]] bool isForAnotherSource(const Core::Error &error);

struct BandRead
{
    Sheet::Rectangle extent{}; // of what came, in the sheet
    qint64 cells = 0;
    int nextRow = 0; // in the sheet: the first row that was not read
    bool isWhole = true; // nothing follows in the band's region
    bool isSheetsEnd = false; // nothing follows below the band, in the band's region and beyond
    BandSource source = BandSource::Values; // that answered

    friend bool operator==(const BandRead &, const BandRead &) = default;
};

struct SheetAtService
{
    Net::Service &workiva;
    Workiva::SheetId id;
};

// Reads a band into a grid: raw values, and the calculated ones of texts that may be formulas. The grid is true from
// the band's first row to the row before nextRow or `stop`, whichever is later, and to the region's end when the band
// is whole and has no stop. Refused by every source, it ends with what the first one said.
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
    Sheet::Region m_asked; // of the source
    std::optional<Core::Error> m_refusal; // of the first source
    BandRead m_read;
    Net::LaterPtr<Workiva::RowReading> m_reading;
};

} // namespace Writeback
