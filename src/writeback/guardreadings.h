#pragma once

#include "net/jobgroup.h"
#include "sheet/region.h"
#include "workiva/readsheetdata.h"
#include "writeback/runcontext.h"
#include "writeback/sheetfacts.h"

#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace Workiva {
struct RangeLink;
struct TableCell;
} // namespace Workiva

namespace Writeback {

// Reads what guards need of the sheet besides the region's values, into the context's facts, each only where it can
// find something:
//   - where rows get another key, the formulas of the rest of the sheet and of the other sheets, and the range links of
//     the sheet's table;
//   - where cells are added, how many cells with content the rest of the sheet and the other sheets have;
//   - what the table says about the cells to be written;
//   - where formulas would be overwritten, their calculated values;
//   - in what the first row with data shows and enters columns of numbers.
// A dry run reads all of that. A run that writes reads the first three and the last only if a person has chosen a level
// for such a guard, and the table of a sheet in input mode: otherwise it makes no request more. Reads at most 200,000
// cells for each, and as many of up to 50 other sheets; where a person has chosen a level for SpreadsheetFull, of up to
// 500, until there are more cells with content than a spreadsheet can hold. What could not be read is in the facts: the
// job succeeds even then. The context must outlive it.
class GuardReadings final : public Net::JobWith<void>
{
    Q_OBJECT

public:
    explicit GuardReadings(RunContext &context, QObject *parent = nullptr);
    ~GuardReadings() override;

protected:
    void run() override;
    void abort() override;

private:
    struct FoundPointer
    {
        QString sheet{}; // the name of another sheet; empty: the run's own
        Sheet::Rectangle from;
        Sheet::Rectangle to;

        friend bool operator==(const FoundPointer &, const FoundPointer &) = default;
    };

    struct CellCounts
    {
        qint64 all = 0;
        qint64 filled = 0; // with content
    };

    // What one reading of cells outside of the region has passed on.
    struct Received
    {
        bool isOwn = false;
        QString name{}; // of another sheet; it may have none
        QString path{};
        std::optional<Sheet::Address> first{}; // the first cell: where it comes again, the reading has restarted
        CellCounts cells{};
    };

    // Adds a job that reads a part of what `unread` is about.
    template <typename Reading> void read(std::unique_ptr<Reading> job, std::optional<Finding::Unread> &unread);
    // One of the cells outside of the region, of which formulas or their number are wanted.
    template <typename Reading> void readOutside(std::unique_ptr<Reading> job);

    [[nodiscard]] bool hasShiftFor(Sheet::Guard guard, std::optional<Finding::Unread> &unread) const;
    [[nodiscard]] bool isCountingAsked();
    void readOutside();
    void takeFormulasOfRegion();
    void readLinks();
    void readTable();
    void readCalculated();
    void readScales();

    [[nodiscard]] Workiva::SheetDataSink sinkFor(Received received);
    [[nodiscard]] Core::Result<void> take(Received &received, int row, int column,
                                          std::span<const Workiva::SheetDataCell> cells);
    void add(Received &received, const CellCounts &cells);
    // `sheet`: the name of another sheet; empty: the run's own.
    void takeFormulas(const QString &sheet, int row, int column, std::span<const Workiva::SheetDataCell> cells);
    void takeFormula(const QString &sheet, const Sheet::Address &at, std::string_view formula);
    void takeLink(const Workiva::RangeLink &link);
    void takeTableCell(const Workiva::TableCell &cell);
    void takeScales(int firstColumn, std::span<const Workiva::SheetDataCell> cells);
    void takeCalculated(const Sheet::Address &at, const Sheet::Cell &calculated);
    void take(std::vector<FoundPointer> &found, Pointers &pointers) const;
    void countOutside();
    void conclude();

    [[nodiscard]] std::optional<std::vector<Sheet::Rectangle>> areasOf(const std::vector<Sheet::Span> &spans) const;
    [[nodiscard]] bool isWritten(const Sheet::Address &at) const; // in the sheet

    RunContext &m_context;
    std::unique_ptr<Net::JobGroup> m_jobs;
    bool m_wantsFormulas = false;
    bool m_wantsCount = false;
    qint64 m_maxCounted = 0; // cells received
    std::deque<Received> m_outside; // a reading each; their places stay
    qint64 m_cellsAround = 0; // received of the run's own sheet, of all these readings
    qint64 m_cellsOfOtherSheets = 0; // likewise
    qint64 m_filled = 0;
    std::vector<FoundPointer> m_formulas; // in any order
    std::vector<FoundPointer> m_links;
    // In the sheet, in any order.
    std::vector<Sheet::Address> m_locked;
    std::vector<Sheet::Address> m_linked;
    std::vector<Sheet::Address> m_notInput;
    std::vector<Sheet::Address> m_merged;
    std::vector<Sheet::Address> m_richText;
    std::vector<Sheet::Address> m_equal;
};

} // namespace Writeback
