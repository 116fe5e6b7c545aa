#include "workiva/sheetdatapage.h"

#include "workiva/jsonwalk.h"
#include "workiva/rangejson.h"

using namespace Qt::StringLiterals;

namespace Workiva {

// The depths of a path: data, cells, row, column, member of the cell, and its formats below.
class SheetDataPage::Reader final : public JsonVisitor
{
public:
    explicit Reader(SheetDataPage &page) : m_page(page) { }

    [[nodiscard]] bool hasData() const { return m_hasData; }
    [[nodiscard]] std::optional<Sheet::Rectangle> range() const { return m_range.rectangle(); }

    bool value(JsonPath path, const Sheet::Cell &value) override
    {
        const bool isNull = value.kind == Sheet::CellKind::Empty;
        const std::string_view member = keyAt(path, 0);
        if (path.size() == 1 && member == "@nextLink") {
            m_page.m_nextLink = QString::fromUtf8(value.text.data(), qsizetype(value.text.size()));
            return isNull || value.kind == Sheet::CellKind::Text;
        }
        if (member != "data")
            return !path.empty();
        const std::string_view part = keyAt(path, 1);
        if (path.size() == 1)
            return isNull && begin();
        if (indexAt(path, 1) >= 0)
            return false; // only an empty array is allowed here
        if (part == "range" && path.size() == 3)
            m_range.take(path.back().key, value);
        if (part != "cells")
            return true;
        switch (path.size()) {
        case 2: return isNull;
        case 3: return isNull && endRow();
        case 4: return isNull && beginCell();
        case 5: return takeMember(path.back().key, value);
        case 7: return takeFormat(path, value);
        default: return true;
        }
    }

    bool opened(JsonPath path, bool isArray) override
    {
        if (path.empty())
            return !isArray;
        if (keyAt(path, 0) != "data")
            return true;
        if (path.size() == 1)
            return begin();
        if (indexAt(path, 1) >= 0)
            return false;
        if (keyAt(path, 1) != "cells")
            return true;
        switch (path.size()) {
        case 2:
        case 3: return isArray;
        case 4: return !isArray && beginCell();
        case 5: return takeMember(path.back().key, {Sheet::CellKind::Unreadable, {}});
        default: return true;
        }
    }

    void closed(JsonPath path) override
    {
        if (path.size() == 3 && keyAt(path, 0) == "data" && keyAt(path, 1) == "cells")
            endRow();
        else if (path.size() == 4 && keyAt(path, 0) == "data" && keyAt(path, 1) == "cells")
            endCell();
    }

    [[nodiscard]] const std::optional<size_t> &cellWithoutValue() const { return m_cellWithoutValue; }

private:
    bool begin()
    {
        const bool isFirst = !m_hasData;
        m_hasData = true;
        return isFirst;
    }

    bool beginCell()
    {
        m_page.m_cells.emplace_back();
        m_hasValue = false;
        m_own = {};
        return true;
    }

    void endCell()
    {
        SheetDataCell &cell = m_page.m_cells.back();
        if (cell.format.empty())
            cell.format = m_own.format;
        if (cell.shownIn == Scale::NotTold)
            cell.shownIn = m_own.shownIn;
        if (cell.enteredIn == Scale::NotTold)
            cell.enteredIn = m_own.enteredIn;
        if (!m_hasValue && !cell.calculated.isBlank() && !m_cellWithoutValue)
            m_cellWithoutValue = m_page.m_cells.size() - 1;
    }

    bool endRow()
    {
        m_page.m_rowEnds.push_back(m_page.m_cells.size());
        return true;
    }

    bool takeMember(std::string_view key, const Sheet::Cell &value)
    {
        if (key == "value") {
            m_page.m_cells.back().value = value;
            m_hasValue = true;
        } else if (key == "calculatedValue") {
            m_page.m_cells.back().calculated = value;
        }
        return true;
    }

    bool takeFormat(JsonPath path, const Sheet::Cell &value)
    {
        if (keyAt(path, 5) != "valueFormat" || value.kind != Sheet::CellKind::Text)
            return true;
        const bool isInEffect = keyAt(path, 4) == "effectiveFormats";
        if (!isInEffect && keyAt(path, 4) != "formats")
            return true;
        SheetDataCell &formats = isInEffect ? m_page.m_cells.back() : m_own;
        if (keyAt(path, 6) == "valueFormatType")
            formats.format = value.text;
        else if (keyAt(path, 6) == "shownIn")
            formats.shownIn = scaleNamed(value.text);
        else if (keyAt(path, 6) == "enteredIn")
            formats.enteredIn = scaleNamed(value.text);
        return true;
    }

    SheetDataPage &m_page;
    RangeJson m_range;
    SheetDataCell m_own; // the current cell's own formats
    bool m_hasValue = false; // the current cell
    bool m_hasData = false;
    std::optional<size_t> m_cellWithoutValue; // the first one with a calculated value only
};

bool isDateFormat(std::string_view valueFormatType)
{
    return valueFormatType == "DATE" || valueFormatType == "AUTOMATIC DATE";
}

bool isPercentFormat(std::string_view valueFormatType)
{
    return valueFormatType == "PERCENT" || valueFormatType == "AUTOMATIC PERCENT";
}

Core::Result<SheetDataPage> SheetDataPage::parse(QByteArray reply)
{
    using Core::ErrorKind;
    SheetDataPage page;
    page.m_reply = ReplyText(std::move(reply));
    Reader reader(page);
    if (const auto walked = walkJson(page.m_reply, reader); !walked)
        return Core::propagate(walked);
    if (!reader.hasData())
        return Core::fail(ErrorKind::BadReply, u"$.data"_s, u"missing"_s);
    if (const auto &cell = reader.cellWithoutValue())
        return Core::fail(ErrorKind::BadReply, u"$.data.cells"_s, u"cell %1 has no value"_s.arg(*cell));
    page.m_range = reader.range();
    return page;
}

std::span<const SheetDataCell> SheetDataPage::row(size_t row) const
{
    const size_t begin = row == 0 ? 0 : m_rowEnds[row - 1];
    return {m_cells.data() + begin, m_rowEnds[row] - begin};
}

} // namespace Workiva
