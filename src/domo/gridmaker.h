#pragma once

#include "domo/shapedcolumns.h"
#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include <optional>
#include <string_view>
#include <vector>

namespace Domo {

struct GridLimits
{
    qint64 maxCells =
        Sheet::maxSpreadsheetCells; // cells with content, column names included; blank ones may be four times as many
    int maxRows = Sheet::maxRows;
    int maxColumns = Sheet::maxColumns;
};

// Makes a grid of the rows of a DataSet, or of a query on it, one by one: its columns, their types and names from the
// shaping, null as Empty or as chosen, empty text as an empty Text. TooLarge as soon as the limits are exceeded. A
// column of unknown type is Internal: it must be refused earlier.
class GridMaker
{
public:
    [[nodiscard]] Core::Result<void> begin(const ShapedColumns &shaped, const GridLimits &limits);
    [[nodiscard]] bool hasBegun() const { return !m_makers.empty(); }

    [[nodiscard]] Core::Result<void> addNames(const QList<QByteArray> &names); // of the grid's columns

    // `fieldAt` returns a std::optional<std::string_view>: the text of the column at that place, or none for null.
    template <typename FieldAt> [[nodiscard]] Core::Result<void> addRow(FieldAt fieldAt)
    {
        auto made = m_cells.begin();
        for (Maker &maker : m_makers) {
            const std::optional<std::string_view> text = fieldAt(maker.place);
            const Sheet::Cell cell = text ? maker.typer.cell(*text) : maker.typer.null();
            made->kind = cell.kind; // member by member: see Sheet::Cell
            made->text = cell.text;
            ++made;
        }
        ++m_rows;
        return append();
    }

    [[nodiscard]] qint64 rows() const { return m_rows; } // without the column names
    [[nodiscard]] qint64 notNumbers() const; // texts in numeric columns
    [[nodiscard]] QList<qint64> zerosDropped() const; // numbers received with zeros in front, by column
    [[nodiscard]] qint64 notDates() const; // texts that are no dates in columns that a person typed as dates
    [[nodiscard]] Sheet::Grid take() { return std::move(m_grid); }

private:
    struct Maker // of the cells of a column
    {
        size_t place = 0; // of its field in a row
        Sheet::CellTyper typer;
    };

    Core::Result<void> append();

    GridLimits m_limits;
    std::vector<Maker> m_makers; // one for each column of the grid
    std::vector<Sheet::Cell> m_cells; // the current row
    Sheet::Grid m_grid;
    qint64 m_rows = 0;
    qint64 m_filled = 0; // cells with content
};

} // namespace Domo
