#pragma once

#include "core/result.h"
#include "sheet/rectangle.h"
#include "workiva/replytext.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace Workiva {

// What the content API reports about a cell of a sheet's table, besides its value.
struct TableCell
{
    enum class Type {
        PlainText, // or a number
        Formula,
        DestinationLink, // displays the value of a cell elsewhere
        RichText,
        Unknown, // another type, or none
    };

    Sheet::Address at{}; // in the sheet
    bool locked = false;
    bool inputCell = false; // writable while the sheet is in input mode
    std::optional<Sheet::Address>
        mergedInto{}; // displays nothing itself: it belongs to the merged cell that starts there
    Type type = Type::Unknown;
    std::string_view rawValue{}; // valid only during the call

    friend bool operator==(const TableCell &, const TableCell &) = default;
};

// One page of a table's cells, {"@nextLink": …, "revision": …, "range": {"startRow": …}, "data": [{"cells": [{"locked":
// …, "inputCell": …, "merges": …, "rawValue": …, "value": {"type": …}}, …]}, …]}. Its cells have no position yet. A
// member of an unexpected type counts as missing, because it is only informative. Movable, not copyable, as ValuesPage.
// Any other structure is BadReply with the path as subject.
class TableCellsPage
{
public:
    [[nodiscard]] static Core::Result<TableCellsPage> parse(QByteArray reply);

    TableCellsPage(TableCellsPage &&) = default;
    TableCellsPage &operator=(TableCellsPage &&) = default;
    ~TableCellsPage() = default;
    TableCellsPage(const TableCellsPage &) = delete;
    TableCellsPage &operator=(const TableCellsPage &) = delete;

    [[nodiscard]] const QString &nextLink() const { return m_nextLink; } // empty on the last page
    [[nodiscard]] const QString &revision() const { return m_revision; }
    [[nodiscard]] const std::optional<Sheet::Rectangle> &range() const { return m_range; }
    [[nodiscard]] size_t rows() const { return m_rowEnds.size(); }
    [[nodiscard]] std::span<const TableCell> row(size_t row) const;

private:
    class Reader;
    TableCellsPage() = default;

    ReplyText m_reply;
    QString m_nextLink;
    QString m_revision;
    std::optional<Sheet::Rectangle> m_range;
    std::vector<TableCell> m_cells;
    std::vector<size_t> m_rowEnds; // in m_cells
};

} // namespace Workiva
