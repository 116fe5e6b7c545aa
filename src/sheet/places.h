#pragma once

#include "sheet/rectangle.h"

#include <QtGlobal>

#include <vector>

namespace Sheet {

// Counts cells that are named in reading order, and keeps the first of them as rectangles. A value; any thread.
class Places
{
public:
    static constexpr size_t maxRanges = 20;

    void add(const Address &cell); // after all that are already there
    [[nodiscard]] qint64 count() const { return m_count; }

    // The first rectangles, in the order of their first cells; together they hold all cells, unless there are
    // maxRanges.
    [[nodiscard]] std::vector<Rectangle> ranges() const;

private:
    void close(std::vector<Rectangle> &ranges) const; // with the cells of the last row

    qint64 m_count = 0;
    std::vector<Rectangle> m_ranges; // without those cells
    Rectangle m_run; // those cells: adjacent ones of one row
};

} // namespace Sheet
