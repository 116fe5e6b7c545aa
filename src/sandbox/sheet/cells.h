#pragma once

#include "sheet/cell.h"
#include "sheet/rectangle.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

// The cells of one sheet: each a value (Empty, Text, Number, Boolean or Formula) and a format number. 0-based; rows are
// only as long as needed, so that a distant cell costs only its row. A copy shares its rows with the original until one
// of them changes. Not thread-safe; any one thread.
class Cells
{
public:
    struct Stored
    {
        Sheet::CellKind kind = Sheet::CellKind::Empty;
        bool isDate = false; // a date's text, or its serial number
        bool isRich = false; // a text with formatted parts; any other value resets it
        int format = 0; // 0: none
        std::string text;

        [[nodiscard]] Sheet::Cell view() const { return {kind, text}; }
    };

    [[nodiscard]] const Stored *find(int row, int column) const; // nullptr where no cell was ever set
    [[nodiscard]] Sheet::Cell at(int row, int column) const; // Empty where there is no cell
    // From A1 to the last row and column with a value; empty if there is none.
    [[nodiscard]] Sheet::Rectangle extent() const;
    [[nodiscard]] qint64 filled() const { return m_filled; } // cells with a value
    [[nodiscard]] qint64 filledIn(const Sheet::Rectangle &area) const;
    [[nodiscard]] bool isBlank(const Sheet::Rectangle &area) const;
    [[nodiscard]] qint64 rows() const { return qint64(m_rows.size()); } // stored, with or without values
    [[nodiscard]] qint64 divided() const { return m_divided; } // cells no longer shared with an earlier copy

    void set(int row, int column, Sheet::Cell cell, bool isDate = false); // copies the text
    void setRich(int row, int column);
    void setFormat(int row, int column, int format);
    void reserve(int row, int columns); // reserves a row of this width before it is filled from the left

    // Cells that move out of the sheet are lost.
    void insertRows(int at, int count);
    void deleteRows(int first, int last);
    void insertColumns(int at, int count);
    void deleteColumns(int first, int last);

    // Calls what(row, column, stored) for every cell of the area that was ever set, in reading order.
    template <typename What> void each(const Sheet::Rectangle &area, What what) const
    {
        for (int row = area.row; row <= area.lastRow() && row < int(m_rows.size()); ++row) {
            const std::shared_ptr<Row> &cells = m_rows[size_t(row)];
            const int held = cells ? int(cells->size()) : 0;
            for (int column = area.column; column <= area.lastColumn() && column < held; ++column)
                what(row, column, std::as_const((*cells)[size_t(column)]));
        }
    }

private:
    using Row = std::vector<Stored>;

    [[nodiscard]] Row &own(size_t row); // for modification
    [[nodiscard]] Stored &slot(int row, int column);
    void recount();

    std::vector<std::shared_ptr<Row>> m_rows; // nullptr where no cell was ever set
    qint64 m_divided = 0;
    qint64 m_filled = 0;
    mutable std::optional<Sheet::Rectangle> m_extent; // cached until something changes
};

} // namespace Sandbox
