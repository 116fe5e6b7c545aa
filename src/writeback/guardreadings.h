#pragma once

#include "net/jobgroup.h"
#include "sheet/region.h"
#include "writeback/runcontext.h"
#include "writeback/sheetfacts.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace Workiva {
struct RangeLink;
struct SheetDataCell;
struct TableCell;
} // namespace Workiva

namespace Writeback {

// Reads what guards need of the sheet besides the region's values, into the context's facts, each only where it can
// find something:
//   - where rows get another key, the formulas of the rest of the sheet and of the other sheets, and the range links of
//     the sheet's table;
//   - what the table says about the cells to be written;
//   - where formulas would be overwritten, their calculated values;
//   - in what the first row with data shows and enters columns of numbers.
// A dry run reads all of that. A run that writes reads the first two and the last only if a person has chosen a level
// for such a guard, and the table of a sheet in input mode: otherwise it makes no request more. Reads at most 200,000
// cells for each, and as many of the other sheets. What could not be read is in the facts: the job succeeds even then.
// The context must outlive it.
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

    // Adds a job that reads a part of what `unread` is about.
    template <typename Reading> void read(std::unique_ptr<Reading> job, std::optional<Finding::Unread> &unread);

    [[nodiscard]] bool hasShiftFor(Sheet::Guard guard, std::optional<Finding::Unread> &unread) const;
    void readFormulas();
    void readFormulasOf(const Sheet::Region &region);
    void readFormulasOfOtherSheets();
    void readLinks();
    void readTable();
    void readCalculated();
    void readScales();

    // `sheet`: the name of another sheet; empty: the run's own.
    [[nodiscard]] Core::Result<void> takeFormulas(const QString &sheet, int row, int column,
                                                  std::span<const Workiva::SheetDataCell> cells);
    void takeFormula(const QString &sheet, const Sheet::Address &at, std::string_view formula);
    void takeLink(const Workiva::RangeLink &link);
    void takeTableCell(const Workiva::TableCell &cell);
    void takeScales(int firstColumn, std::span<const Workiva::SheetDataCell> cells);
    void takeCalculated(const Sheet::Address &at, const Sheet::Cell &calculated);
    void take(std::vector<FoundPointer> &found, Pointers &pointers) const;
    void conclude();

    [[nodiscard]] std::optional<std::vector<Sheet::Rectangle>> areasOf(const std::vector<Sheet::Span> &spans) const;
    [[nodiscard]] bool isWritten(const Sheet::Address &at) const; // in the sheet

    RunContext &m_context;
    std::unique_ptr<Net::JobGroup> m_jobs;
    qint64 m_cellsAround = 0; // received
    qint64 m_cellsOfOtherSheets = 0; // likewise
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
