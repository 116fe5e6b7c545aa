#include "sandbox/workiva/tablecellsreply.h"

#include "sandbox/sheet/formula.h"
#include "sandbox/ids.h"
#include "sandbox/sheet/jsontext.h"
#include "sandbox/sheet/worksheet.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// Writes cells in sequence.
class CellWriter
{
public:
    CellWriter(const Worksheet &sheet, const Sheet::Rectangle &page, QByteArray &out)
        : m_sheet(sheet), m_calculator(sheet.cells), m_locked(sheet.locked()), m_out(out)
    {
        std::ranges::copy_if(sheet.merges, std::back_inserter(m_merges),
                             [&page](const Sheet::Rectangle &merge) { return merge.intersects(page); });
    }

    void write(int row, int column)
    {
        const Sheet::Rectangle place{row, column, 1, 1};
        const auto holds = [&place](const Sheet::Rectangle &area) { return area.contains(place); };
        m_out += "{\"inputCell\":";
        m_out += std::ranges::any_of(m_sheet.inputCells, holds) ? "true" : "false";
        m_out += ",\"locked\":";
        m_out += std::ranges::any_of(m_locked, holds) ? "true" : "false";
        m_out += ",\"merges\":";
        const auto merge = std::ranges::find_if(m_merges, holds);
        m_out += merge == m_merges.end() ? "null"_ba : merged(*merge, place.topLeft());
        m_out += ",\"rawValue\":";
        appendJsonString(m_out, m_sheet.cells.at(row, column).text);
        m_out += ",\"value\":";
        writeValue(place);
        m_out += '}';
    }

private:
    [[nodiscard]] static QByteArray merged(const Sheet::Rectangle &merge, const Sheet::Address &at)
    {
        if (merge.topLeft() == at)
            return "{\"type\":\"parentOf\",\"parentOf\":" + json(cellRange(merge)) + '}';
        return "{\"type\":\"childOf\",\"childOf\":{\"row\":" + QByteArray::number(merge.row)
            + ",\"column\":" + QByteArray::number(merge.column) + "}}";
    }

    // The ID of the link that a cell displays; empty: none.
    [[nodiscard]] QString linkAt(const Sheet::Rectangle &place) const
    {
        for (const RangeLink &link : m_sheet.links) {
            if (!link.source.isEmpty() && link.range.contains(place))
                return link.id;
        }
        const bool isLinked = std::ranges::any_of(
            m_sheet.linkedCells, [&place](const Sheet::Rectangle &area) { return area.contains(place); });
        return isLinked ? hexIdFor(m_sheet.id + u"/link/"_s + Sheet::toA1(place.topLeft())) : QString();
    }

    void writeValue(const Sheet::Rectangle &place)
    {
        const Cells::Stored *stored = m_sheet.cells.find(place.row, place.column);
        const std::string_view shown = m_calculator.calculated(place.row, place.column).text;
        if (const QString link = linkAt(place); !link.isEmpty()) {
            m_out += "{\"type\":\"destinationLink\",\"destinationLink\":{\"destinationLink\":"
                + json({{u"destinationLink"_s, link}, {u"revision"_s, QString::number(m_sheet.revision)}})
                + ",\"paragraphs\":";
            writeParagraphs(shown);
            m_out += "}}";
        } else if (stored && stored->isRich) {
            m_out += "{\"type\":\"richText\",\"richText\":{\"paragraphs\":";
            writeParagraphs(shown);
            m_out += "}}";
        } else if (stored && stored->kind == Sheet::CellKind::Formula) {
            m_out += "{\"type\":\"formula\",\"formula\":{\"calculatedValue\":";
            appendJsonString(m_out, shown);
            m_out += ',';
            writeEffective(shown);
        } else {
            m_out += "{\"type\":\"plainText\",\"plainText\":{";
            writeEffective(shown);
        }
    }

    void writeEffective(std::string_view shown)
    {
        m_out += "\"effectiveValue\":";
        appendJsonString(m_out, shown);
        m_out += ",\"format\":null,\"style\":{}}}";
    }

    // Writes a paragraph for each line, with one span of text.
    void writeParagraphs(std::string_view text)
    {
        m_out += '[';
        for (size_t begin = 0; begin <= text.size();) {
            const size_t end = std::min(text.find('\n', begin), text.size());
            const std::string_view line = text.substr(begin, end - begin);
            m_out += begin == 0 ? "" : ",";
            m_out += "{\"format\":null,\"properties\":null,\"style\":{},\"elements\":[";
            if (!line.empty()) {
                m_out += "{\"type\":\"textSpan\",\"textSpan\":{\"offset\":0,\"length\":"
                    + QByteArray::number(Sheet::characters(line)) + ",\"text\":";
                appendJsonString(m_out, line);
                m_out += "}}";
            }
            m_out += "]}";
            begin = end + 1;
        }
        m_out += ']';
    }

    const Worksheet &m_sheet;
    Calculator m_calculator;
    const std::vector<Sheet::Rectangle> m_locked;
    QByteArray &m_out;
    std::vector<Sheet::Rectangle> m_merges;
};

} // namespace

QByteArray tableCellsReply(const Worksheet &sheet, const Sheet::Rectangle &page, const QByteArray &nextLink)
{
    constexpr qsizetype usualCell = 160;
    QByteArray out;
    out.reserve(256 + page.cells() * usualCell);
    out += "{\"revision\":\"" + QByteArray::number(sheet.revision) + '"';
    if (!page.isEmpty())
        out += ",\"range\":" + json(cellRange(page));
    out += ",\"data\":[";
    CellWriter cells(sheet, page, out);
    for (int row = page.row; row <= page.lastRow(); ++row) {
        out += row == page.row ? "{\"cells\":[" : ",{\"cells\":[";
        for (int column = page.column; column <= page.lastColumn(); ++column) {
            if (column > page.column)
                out += ',';
            cells.write(row, column);
        }
        out += "]}";
    }
    out += ']';
    if (!nextLink.isEmpty()) {
        out += ",\"@nextLink\":";
        appendJsonString(out, {nextLink.data(), size_t(nextLink.size())});
    }
    return out + '}';
}

QJsonObject cellRange(const Sheet::Rectangle &area)
{
    const auto last = [](int at, int limit) { return at >= limit - 1 ? QJsonValue() : QJsonValue(at); };
    return {{u"startRow"_s, area.row},
            {u"startColumn"_s, area.column},
            {u"stopRow"_s, last(area.lastRow(), Sheet::maxRows)},
            {u"stopColumn"_s, last(area.lastColumn(), Sheet::maxColumns)}};
}

} // namespace Sandbox
