#pragma once

#include "sheet/cell.h"
#include "sheet/rectangle.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Setup {

// The content of some areas of a sheet, as of one reading: raw values, a formula as its text. A value.
class SheetCells
{
public:
    SheetCells() = default; // nothing was read
    explicit SheetCells(const Sheet::Rectangle &area); // was read; blank until set()

    void set(const Sheet::Address &at, const Sheet::Cell &value);
    void add(const SheetCells &others);

    [[nodiscard]] bool isEmpty() const { return m_read.isEmpty(); } // nothing was read
    [[nodiscard]] bool isRead(const Sheet::Address &at) const;
    [[nodiscard]] QString text(const Sheet::Address &at) const; // its beginning; empty: blank, or not read
    // The number of cells of `area`, `except` those of another, that hold something; none unless all of them were read.
    [[nodiscard]] std::optional<qint64> filled(const Sheet::Rectangle &area, const Sheet::Rectangle &except) const;

    friend bool operator==(const SheetCells &, const SheetCells &) = default;

private:
    QList<Sheet::Rectangle> m_read;
    QHash<std::pair<int, int>, QString> m_texts; // by row and column; blank cells are left out
};

} // namespace Setup
