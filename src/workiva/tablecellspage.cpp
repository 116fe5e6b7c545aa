#include "workiva/tablecellspage.h"

#include "workiva/jsonwalk.h"
#include "workiva/rangejson.h"

namespace Workiva {

namespace {

bool isTrue(const Sheet::Cell &value)
{
    return value.kind == Sheet::CellKind::Boolean && value.text == "true";
}

QString textOf(const Sheet::Cell &value)
{
    return QString::fromUtf8(value.text.data(), qsizetype(value.text.size()));
}

TableCell::Type typeOf(std::string_view word)
{
    if (word == "plainText")
        return TableCell::Type::PlainText;
    if (word == "formula")
        return TableCell::Type::Formula;
    if (word == "destinationLink")
        return TableCell::Type::DestinationLink;
    return word == "richText" ? TableCell::Type::RichText : TableCell::Type::Unknown;
}

} // namespace

// The depths of a path: data, row, cells, column, member of the cell, and its parts below.
class TableCellsPage::Reader final : public JsonVisitor
{
public:
    explicit Reader(TableCellsPage &page) : m_page(page) { }

    [[nodiscard]] std::optional<Sheet::Rectangle> range() const { return m_range.rectangle(); }

    bool value(JsonPath path, const Sheet::Cell &value) override
    {
        const std::string_view member = keyAt(path, 0);
        if (path.empty())
            return false;
        if (member == "@nextLink" && path.size() == 1)
            m_page.m_nextLink = textOf(value);
        else if (member == "revision" && path.size() == 1)
            m_page.m_revision = textOf(value);
        else if (member == "range" && path.size() == 2)
            m_range.take(path.back().key, value);
        else if (member == "data" && path.size() == 2)
            endRow(); // null: a blank row
        else if (isInCells(path) && path.size() == 4)
            beginCell(); // null: a blank cell
        else if (isInCells(path))
            takeMember(path, value);
        return true;
    }

    bool opened(JsonPath path, bool isArray) override
    {
        if (path.empty())
            return !isArray;
        if (keyAt(path, 0) != "data")
            return true;
        if (path.size() == 1)
            return isArray;
        if (path.size() == 2)
            return !isArray;
        if (isInCells(path) && path.size() == 3)
            return isArray;
        if (isInCells(path) && path.size() == 4) {
            beginCell();
            return !isArray;
        }
        return true;
    }

    void closed(JsonPath path) override
    {
        if (path.size() == 2 && keyAt(path, 0) == "data")
            endRow();
        else if (path.size() == 6 && isInCells(path) && keyAt(path, 4) == "merges" && keyAt(path, 5) == "childOf"
                 && m_mergedRow && m_mergedColumn)
            m_page.m_cells.back().mergedInto = Sheet::Address{*m_mergedRow, *m_mergedColumn};
    }

private:
    static bool isInCells(JsonPath path) { return keyAt(path, 0) == "data" && keyAt(path, 2) == "cells"; }

    void beginCell()
    {
        m_page.m_cells.emplace_back();
        m_mergedRow.reset();
        m_mergedColumn.reset();
    }

    void endRow() { m_page.m_rowEnds.push_back(m_page.m_cells.size()); }

    void takeMember(JsonPath path, const Sheet::Cell &value)
    {
        if (path.size() < 5)
            return;
        const std::string_view member = keyAt(path, 4);
        TableCell &cell = m_page.m_cells.back();
        if (path.size() == 5 && member == "locked")
            cell.locked = isTrue(value);
        else if (path.size() == 5 && member == "inputCell")
            cell.inputCell = isTrue(value);
        else if (path.size() == 5 && member == "rawValue")
            cell.rawValue = value.text;
        else if (path.size() == 6 && member == "value" && keyAt(path, 5) == "type")
            cell.type = typeOf(value.text);
        else if (path.size() == 7 && member == "merges" && keyAt(path, 5) == "childOf")
            takeMerge(path.back().key, value);
    }

    void takeMerge(std::string_view key, const Sheet::Cell &value)
    {
        if (key == "row")
            m_mergedRow = integerOf(value);
        else if (key == "column")
            m_mergedColumn = integerOf(value);
    }

    TableCellsPage &m_page;
    RangeJson m_range;
    std::optional<int> m_mergedRow; // the cell that the current one is merged into
    std::optional<int> m_mergedColumn;
};

Core::Result<TableCellsPage> TableCellsPage::parse(QByteArray reply)
{
    TableCellsPage page;
    page.m_reply = ReplyText(std::move(reply));
    Reader reader(page);
    if (const auto walked = walkJson(page.m_reply, reader); !walked)
        return Core::propagate(walked);
    page.m_range = reader.range();
    return page;
}

std::span<const TableCell> TableCellsPage::row(size_t row) const
{
    const size_t begin = row == 0 ? 0 : m_rowEnds[row - 1];
    return {m_cells.data() + begin, m_rowEnds[row] - begin};
}

} // namespace Workiva
