#pragma once

#include "core/result.h"
#include "sheet/cell.h"
#include "sheet/rectangle.h"
#include "workiva/replytext.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Workiva {

// A cell of a sheetdata reply.
struct SheetDataCell
{
    Sheet::Cell value; // raw: a formula is its text. What is neither text, number nor boolean is Unreadable
    Sheet::Cell calculated; // likewise
    std::string_view
        format; // its valueFormatType, such as "AUTOMATIC DATE": the one in effect, else its own; or nothing
};

// A value format under which a number is shown as a day.
[[nodiscard]] bool isDateFormat(std::string_view valueFormatType);

// One page of a sheetdata reply, {"@nextLink": …, "data": {"range": {"startRow": …}, "cells": [[{"value": …,
// "calculatedValue": …, "formats": …}, …], …]}}. Rows may be of different lengths, or null; a missing value is Empty,
// but where a calculated one is told. No data at all ([], null) is no row. Moves and does not copy, as ValuesPage.
// Whatever has another shape is BadReply with the place as subject ("$.data.cells[3][7]").
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
    [[nodiscard]] const std::optional<Sheet::Rectangle> &range() const { return m_range; } // in the sheet, if told
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
