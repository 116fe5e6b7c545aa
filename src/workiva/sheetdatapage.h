#pragma once

#include "core/result.h"
#include "sheet/cell.h"
#include "sheet/rectangle.h"
#include "workiva/replytext.h"
#include "workiva/scale.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Workiva {

// A cell in a sheetdata reply.
struct SheetDataCell
{
    Sheet::Cell value; // raw: a formula as its text. Anything but text, number or boolean is Unreadable
    Sheet::Cell calculated; // the same for the calculated value
    std::string_view
        format; // its valueFormatType, such as "AUTOMATIC DATE": the one in effect, else its own; or nothing
    Scale shownIn = Scale::NotTold; // likewise
    Scale enteredIn = Scale::NotTold;
};

// A value format that displays a number as a date.
[[nodiscard]] bool isDateFormat(std::string_view valueFormatType);
// One that by its nature displays hundredths.
[[nodiscard]] bool isPercentFormat(std::string_view valueFormatType);

// One page of a sheetdata reply, {"@nextLink": …, "data": {"range": {"startRow": …}, "cells": [[{"value": …,
// "calculatedValue": …, "formats": …}, …], …]}}. Rows may differ in length, or be null; a missing value is Empty,
// unless there is a calculated one. Without data ([], null) there are no rows. Movable, not copyable, as ValuesPage.
// Any other structure is BadReply with the path as subject ("$.data.cells[3][7]").
class SheetDataPage
{
public:
    [[nodiscard]] static Core::Result<SheetDataPage> parse(QByteArray reply);

    SheetDataPage(SheetDataPage &&) = default;
    SheetDataPage &operator=(SheetDataPage &&) = default;
    ~SheetDataPage() = default;
    SheetDataPage(const SheetDataPage &) = delete;
    SheetDataPage &operator=(const SheetDataPage &) = delete;

    [[nodiscard]] const QString &nextLink() const { return m_nextLink; } // empty on the last page
    [[nodiscard]] const std::optional<Sheet::Rectangle> &range() const { return m_range; } // in the sheet, if reported
    [[nodiscard]] size_t rows() const { return m_rowEnds.size(); }
    [[nodiscard]] std::span<const SheetDataCell> row(size_t row) const;

private:
    class Reader;
    SheetDataPage() = default;

    ReplyText m_reply; // strings are unescaped in place
    QString m_nextLink;
    std::optional<Sheet::Rectangle> m_range;
    std::vector<SheetDataCell> m_cells;
    std::vector<size_t> m_rowEnds; // in m_cells
};

} // namespace Workiva
