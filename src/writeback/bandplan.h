#pragma once

#include "writeback/bandreader.h"

#include <optional>
#include <vector>

namespace Writeback {

// Decides which bands of a region to request and when enough is known. A band is a number of whole rows, one page of
// the service; several can be requested at once.
//   A closed region is requested band by band. Where an open region ends is known only when the service returns a last
// page that no other follows; a band without cells proves nothing, since others may lie below it. So each band of an
// open region is a reading from its top without an end, of which only the rows before the next band are kept. Rows
// expected to hold data are requested at once. Below them, bands are requested ahead of what is known, at most four at
// a time (three after the first page, so that a small sheet costs few wasted requests), and those below the end are
// dropped. If nothing is expected, the first page tells how many rows make a band.
//   Pure. Bands are numbered from 0.
class BandPlan
{
public:
    // How many rows and columns of the region are expected to hold data; 0: not known.
    explicit BandPlan(Sheet::Region region, int expectedRows = 0, int expectedColumns = 0);

    // The next band to request; nothing when there is none for now.
    [[nodiscard]] std::optional<size_t> next();
    [[nodiscard]] const Band &band(size_t number) const { return m_entries[number].band; }

    void ended(size_t number, const Core::Result<BandRead> &read);

    // After each band has ended: bands under way that are no longer needed.
    [[nodiscard]] std::vector<size_t> takeDropped();

    [[nodiscard]] bool isDone() const; // everything is known, or an error occurred
    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }

    // When it is done: the first row of the sheet after which the region holds nothing.
    [[nodiscard]] int endRow() const;

private:
    enum class State { Waiting, UnderWay, Read, Failed, Dropped };
    struct Entry
    {
        Band band;
        State state = State::Waiting;
        BandRead read{};
        Core::Error error{};
    };

    void addClosed();
    void addOpen();
    [[nodiscard]] bool canAddOpen() const;
    [[nodiscard]] qsizetype guesses() const; // bands below the last one known to be followed by others
    [[nodiscard]] Sheet::Address above() const; // of the next band to add
    [[nodiscard]] bool saysEnd(const Entry &entry) const;
    void learnFrom(const Entry &entry);
    void findEnd();
    void dropFrom(size_t number);
    void judgeFailure();

    const Sheet::Region m_region;
    const bool m_isOpen; // or larger than a spreadsheet: its end has to be found
    int m_rows = 0; // of a band; 0: not known yet
    int m_nextRow; // in the sheet: where the next open band begins
    int m_expectedEnd; // in the sheet: the first row that is not expected to hold data
    bool m_goesOn = false; // a band at or below the expected end reported that more follows
    int m_goingOn = 0; // number of bands that reported so
    BandSource m_source = BandSource::Values; // the source known to respond
    std::vector<Entry> m_entries; // from top to bottom
    std::vector<size_t> m_dropped;
    std::optional<size_t> m_end; // the band after which nothing follows
    std::optional<Core::Error> m_error;
};

} // namespace Writeback
