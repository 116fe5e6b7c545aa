#pragma once

#include "writeback/runreport.h"

#include <vector>

namespace Review {

// Which of the cells that people edited a person keeps as they are in the sheet; the others are overwritten. Cells are
// those of the grids, by position. Holds one bit an edited cell. Pure value; any thread.
class Keeping
{
public:
    Keeping() = default; // of no edited cells
    explicit Keeping(std::vector<Sheet::Span> edited); // in reading order; keeps none

    [[nodiscard]] qint64 edited() const { return qint64(m_isKept.size()); }
    [[nodiscard]] qint64 kept() const { return m_kept; }
    [[nodiscard]] bool isKept(int row, int column) const; // false also of a cell that was not edited
    [[nodiscard]] std::vector<Sheet::Span> editedIn(const Sheet::Span &cells) const;
    [[nodiscard]] bool areKept(const std::vector<Sheet::Span> &cells) const; // all of them
    [[nodiscard]] std::vector<Sheet::Span> keptCells() const; // in reading order

    void set(const std::vector<Sheet::Span> &cells, bool keeps); // of those that were not edited: nothing
    void setAll(bool keeps);

private:
    [[nodiscard]] std::optional<size_t> indexOf(int row, int column) const;

    std::vector<Sheet::Span> m_edited;
    std::vector<size_t> m_firsts; // of each of these spans: the index of its first cell
    std::vector<bool> m_isKept; // by index
    qint64 m_kept = 0;
};

// What a review says of a comparison whose cells are kept so: without the changes, losses and edits that do not happen,
// and without its counts by key, which have them.
[[nodiscard]] Writeback::ReviewSummary keeping(const Keeping &kept, Writeback::ReviewSummary review,
                                               const Writeback::Comparison &comparison);

// The same comparison, with a desired grid that has in these cells what the sheet holds. Copies both grids.
[[nodiscard]] Writeback::Comparison withKept(const Writeback::Comparison &comparison,
                                             const std::vector<Sheet::Span> &cells);

} // namespace Review
