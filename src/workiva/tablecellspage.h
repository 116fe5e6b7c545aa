#pragma once

#include "core/result.h"
#include "sheet/rectangle.h"
#include "workiva/replytext.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace Workiva {

// What the content API tells about a cell of a sheet's table beyond its value.
struct TableCell
{
    enum class Type {
        PlainText, // a number too
        Formula,
        DestinationLink, // shows what stands elsewhere
        RichText,
        Unknown, // another word, or none
    };

    Sheet::Address at{}; // in the sheet
    bool locked = false;
    bool inputCell = false; // open for input where the sheet is in input mode
    std::optional<Sheet::Address>
        mergedInto{}; // shows nothing of its own: it belongs to the merged cell that begins there
    Type type = Type::Unknown;
    std::string_view rawValue{}; // lives for the call

    friend bool operator==(const TableCell &, const TableCell &) = default;
};

// One page of a table's cells, {"@nextLink": …, "revision": …, "range": {"startRow": …}, "data": [{"cells": [{"locked":
// …, "inputCell": …, "merges": …, "rawValue": …, "value": {"type": …}}, …]}, …]}. Its cells have no place yet. A member
// of another type than expected counts as not told: they decide nothing. Moves and does not copy, as ValuesPage. What
// has another shape is BadReply with the place as subject.
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
