#pragma once

#include "sheet/cell.h"
#include "sheet/rectangle.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

// The cells of one sheet: a value (Empty, Text, Number, Boolean or Formula) and the number of a format each. 0-based;
// rows as long as they need to be, so that a far cell costs its own row only. A copy shares its rows with the original
// until one of the two changes them. Not thread-safe; any one thread.
class Cells
{
public:
    struct Stored
    {
        Sheet::CellKind kind = Sheet::CellKind::Empty;
        bool isDate = false; // a date's text, or its serial number
        bool isRich = false; // a text whose parts look differently; any other value takes that away
        int format = 0; // 0: none
        std::string text;

        [[nodiscard]] Sheet::Cell view() const { return {kind, text}; }
    };

    [[nodiscard]] const Stored *find(int row, int column) const; // nullptr where nothing was ever
    [[nodiscard]] Sheet::Cell at(int row, int column) const; // Empty where nothing is
    [[nodiscard]] Sheet::Rectangle extent() const; // from A1 to the last row and column with a value; empty without any
    [[nodiscard]] qint64 filled() const { return m_filled; } // cells with a value
    [[nodiscard]] qint64 filledIn(const Sheet::Rectangle &area) const;
    [[nodiscard]] bool isBlank(const Sheet::Rectangle &area) const;
    [[nodiscard]] qint64 rows() const { return qint64(m_rows.size()); } // kept, with or without values
    [[nodiscard]] qint64 divided() const { return m_divided; } // cells that are no longer shared with an earlier copy

    void set(int row, int column, Sheet::Cell cell, bool isDate = false); // the text is copied
    void setRich(int row, int column);
    void setFormat(int row, int column, int format);
    void reserve(int row, int columns); // room for a row of this width, before it is filled from the left

    // What moves out of the sheet is lost.
    void insertRows(int at, int count);
    void deleteRows(int first, int last);
    void insertColumns(int at, int count);
    void deleteColumns(int first, int last);

    // Calls what(row, column, stored) for every cell of the area that was ever touched, in reading order.
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

    [[nodiscard]] Row &own(size_t row); // to be changed
    [[nodiscard]] Stored &slot(int row, int column);
    void recount();

    std::vector<std::shared_ptr<Row>> m_rows; // nullptr where nothing was ever
    qint64 m_divided = 0;
    qint64 m_filled = 0;
    mutable std::optional<Sheet::Rectangle> m_extent; // kept until something changes
};

} // namespace Sandbox
