#pragma once

#include "writeback/bandreader.h"

#include <optional>
#include <vector>

namespace Writeback {

// Which bands of a region to ask for, and when enough is known; several can be under way at a time. Whole rows, of a
// page of the service each.
//   What a closed region holds is asked for band by band. Where an open one ends only the service can say, by giving a
// last page that no other follows; a band without cells says nothing, since others may lie below. So each band of an
// open region is a reading from its top on without an end, of which the rows before the next band are wanted. What is
// thought to be there is asked for at once, what lies below when a band has shown that the sheet goes on: up to four
// bands ahead then (three after the first page, so that a small sheet costs few requests in vain), and those below the
// end are dropped. The first page tells how many rows a band has, where nothing is thought to be there.
//   Pure. Bands are known by their number, from 0.
class BandPlan
{
public:
    // How many rows and columns of the region are thought to hold something; 0: not known.
    explicit BandPlan(Sheet::Region region, int expectedRows = 0, int expectedColumns = 0);

    // The next band to ask for; nothing when all that can be asked for is.
    [[nodiscard]] std::optional<size_t> next();
    [[nodiscard]] const Band &band(size_t number) const { return m_entries[number].band; }

    void ended(size_t number, const Core::Result<BandRead> &read);

    // After every end: bands that are still under way and not wanted any more.
    [[nodiscard]] std::vector<size_t> takeDropped();

    [[nodiscard]] bool isDone() const; // all is known, or an error is
    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }

    // When it is done: the first row of the sheet from which nothing follows in the region.
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
    [[nodiscard]] qsizetype guesses() const; // bands below the last that is known to be followed by others
    [[nodiscard]] Sheet::Address above() const; // of the band that is added next
    [[nodiscard]] bool saysEnd(const Entry &entry) const;
    void learnFrom(const Entry &entry);
    void findEnd();
    void dropFrom(size_t number);
    void judgeFailure();

    const Sheet::Region m_region;
    const bool m_isOpen; // or larger than a spreadsheet: where it ends is found out
    int m_rows = 0; // of a band; 0: not known yet
    int m_nextRow; // of the sheet, where the next open band begins
    int m_expectedEnd; // of the sheet: the first row that is not expected to hold anything
    bool m_goesOn = false; // a band at the expected end, or below, said that more follows
    int m_goingOn = 0; // how many bands said so
    BandSource m_source = BandSource::Values; // that is known to answer
    std::vector<Entry> m_entries; // from top to bottom
    std::vector<size_t> m_dropped;
    std::optional<size_t> m_end; // the band from which nothing follows
    std::optional<Core::Error> m_error;
};

} // namespace Writeback
