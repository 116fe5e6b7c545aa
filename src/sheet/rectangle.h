#pragma once

#include <QString>

#include <algorithm>
#include <limits>

namespace Sheet {

inline constexpr int maxRows = 1'048'576; // Workiva's limits of a sheet …
inline constexpr int maxColumns = 16'384; // … whose last column is XFD
inline constexpr qint64 maxSpreadsheetCells = 2'000'000; // in all sheets of a spreadsheet together
inline constexpr int maxCellCharacters = 8'192;

// The position of a cell, 0-based: B3 is row 2, column 1.
struct Address
{
    int row = 0;
    int column = 0;

    friend bool operator==(const Address &, const Address &) = default;
};

// A bounded block of cells, 0-based. Empty if it has no rows or no columns.
struct Rectangle
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;

    [[nodiscard]] bool isEmpty() const { return rows <= 0 || columns <= 0; }
    [[nodiscard]] qint64 cells() const { return isEmpty() ? 0 : qint64(rows) * columns; }
    [[nodiscard]] int lastRow() const { return last(row, rows); } // inclusive
    [[nodiscard]] int lastColumn() const { return last(column, columns); } // inclusive
    [[nodiscard]] Address topLeft() const { return {row, column}; }
    [[nodiscard]] bool contains(const Rectangle &other) const; // an empty rectangle is contained in all
    [[nodiscard]] bool intersects(const Rectangle &other) const;
    [[nodiscard]] Rectangle intersected(const Rectangle &other) const;
    [[nodiscard]] Rectangle united(const Rectangle &other) const; // the smallest that contains both

    friend bool operator==(const Rectangle &, const Rectangle &) = default;

private:
    // Data may have any size before it is rejected: the result saturates at the largest int.
    [[nodiscard]] static constexpr int last(int first, int count)
    {
        return int(std::min<qint64>(qint64(first) + count, std::numeric_limits<int>::max()) - 1);
    }
};

// A1 notation: "B3", "B3:F20" (always with a colon unless it is one cell), "AA".
[[nodiscard]] QString toA1(const Address &address);
[[nodiscard]] QString toA1(const Rectangle &rectangle); // empty text for an empty rectangle
[[nodiscard]] QString columnName(int column);
// With the name of its sheet: "'Q1 2026'!A2". An empty name adds nothing.
[[nodiscard]] QString inSheet(const QString &sheet, const QString &range);

} // namespace Sheet
