#include "workiva/valuespage.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

using namespace Qt::StringLiterals;

namespace Workiva {

// Receives RapidJSON's events. The position is a small stack of known containers; anything unknown is skipped by
// counting its depth.
class ValuesPage::Reader
{
public:
    explicit Reader(ValuesPage &page) : m_page(page) { }

    using Ch = char;

    bool Null()
    {
        switch (m_place) {
        case Place::Row: return add(Sheet::CellKind::Empty, {});
        case Place::Page: return m_member == Member::NextLink || isSkipped();
        case Place::Block: return m_member != Member::Other || isSkipped(); // without a range or values
        default: return isSkipped();
        }
    }

    bool Bool(bool value)
    {
        if (m_place != Place::Row)
            return isSkipped();
        const Sheet::Cell cell = Sheet::Cell::ofBoolean(value);
        return add(cell.kind, cell.text);
    }

    bool RawNumber(const char *digits, rapidjson::SizeType length, bool)
    {
        if (m_place != Place::Row)
            return isSkipped();
        return add(Sheet::CellKind::Number, {digits, length});
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_place == Place::Row) {
            const Sheet::Cell cell = m_page.m_reply.cell({text, length});
            return add(cell.kind, cell.text);
        }
        if (m_place == Place::Page && m_member == Member::NextLink) {
            m_page.m_nextLink = QString::fromUtf8(text, qsizetype(length));
            return true;
        }
        if (m_place == Place::Block && m_member == Member::Range && m_skipped == 0) {
            const auto range = Sheet::Region::parse(QString::fromUtf8(text, qsizetype(length)));
            if (range) // an invalid one gives no hint
                m_page.m_blocks.back().range = *range;
            return true;
        }
        return isSkipped();
    }

    bool StartObject()
    {
        switch (m_place) {
        case Place::Outside: m_place = Place::Page; return true;
        case Place::Data:
            m_place = Place::Block;
            m_hasValues = false;
            m_page.m_blocks.push_back({{}, m_page.m_rowEnds.size(), m_page.m_rowEnds.size()});
            return true;
        default: return beginSkipped();
        }
    }

    bool EndObject(rapidjson::SizeType)
    {
        if (m_skipped > 0)
            --m_skipped;
        else
            m_place = m_place == Place::Block ? Place::Data : Place::Outside;
        return true;
    }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_skipped > 0)
            return true;
        const std::string_view key(text, length);
        m_member = Member::Other;
        if (m_place == Place::Page && key == "@nextLink")
            m_member = Member::NextLink;
        else if (m_place == Place::Page && key == "data")
            m_member = Member::Data;
        else if (m_place == Place::Block && key == "range")
            m_member = Member::Range;
        else if (m_place == Place::Block && key == "values")
            m_member = Member::Values;
        return true;
    }

    bool StartArray()
    {
        if (m_place == Place::Page && m_member == Member::Data && !m_hasData) {
            m_place = Place::Data;
            return m_hasData = true;
        }
        if (m_place == Place::Block && m_member == Member::Values && !m_hasValues) {
            m_place = Place::Values;
            return m_hasValues = true;
        }
        if (m_place == Place::Values) {
            m_place = Place::Row;
            return true;
        }
        return beginSkipped();
    }

    bool EndArray(rapidjson::SizeType)
    {
        if (m_skipped > 0) {
            --m_skipped;
            return true;
        }
        switch (m_place) {
        case Place::Row:
            m_page.m_rowEnds.push_back(m_page.m_cells.size());
            m_place = Place::Values;
            return true;
        case Place::Values:
            m_page.m_blocks.back().endRow = m_page.m_rowEnds.size();
            m_place = Place::Block;
            return true;
        default: m_place = Place::Page; return true;
        }
    }

    [[nodiscard]] bool hasData() const { return m_hasData; }

    // The path of the event that was just rejected.
    [[nodiscard]] QString path() const
    {
        QString path = u"$"_s;
        if (m_place == Place::Page && m_member == Member::NextLink)
            return path + u".@nextLink"_s;
        if (m_place == Place::Outside || (m_place == Place::Page && m_member != Member::Data))
            return path;
        path += u".data"_s;
        if (m_place == Place::Page)
            return path;
        const size_t begun = m_page.m_blocks.size();
        path += u"[%1]"_s.arg(m_place == Place::Data ? begun : begun - 1);
        if (m_place == Place::Data)
            return path;
        if (m_place == Place::Block)
            return m_member == Member::Values ? path + u".values"_s : path;
        path += u".values[%1]"_s.arg(m_page.m_rowEnds.size() - m_page.m_blocks.back().firstRow);
        if (m_place == Place::Row) {
            const size_t rowBegin = m_page.m_rowEnds.empty() ? 0 : m_page.m_rowEnds.back();
            path += u"[%1]"_s.arg(m_page.m_cells.size() - rowBegin);
        }
        return path;
    }

    // Never called: numbers are parsed as text.
    static bool Int(int) { return false; }
    static bool Uint(unsigned) { return false; }
    static bool Int64(int64_t) { return false; }
    static bool Uint64(uint64_t) { return false; }
    static bool Double(double) { return false; }

private:
    enum class Place { Outside, Page, Data, Block, Values, Row };
    enum class Member { Other, NextLink, Data, Range, Values };

    // Unknown values are skipped, and so is an invalid range; a value where a known container is expected is rejected.
    [[nodiscard]] bool isSkipped() const
    {
        return m_skipped > 0 || ((m_place == Place::Page || m_place == Place::Block) && m_member == Member::Other)
            || (m_place == Place::Block && m_member == Member::Range);
    }

    // Member by member: see Sheet::Cell.
    bool add(Sheet::CellKind kind, std::string_view text)
    {
        Sheet::Cell &cell = m_page.m_cells.emplace_back();
        cell.kind = kind;
        cell.text = text;
        return true;
    }

    bool beginSkipped()
    {
        // The parser recurses for every level; malicious input such as "[[[[…" must not exhaust the stack.
        constexpr int maxDepth = 64;
        return isSkipped() && ++m_skipped <= maxDepth;
    }

    ValuesPage &m_page;
    Place m_place = Place::Outside;
    Member m_member = Member::Other;
    int m_skipped = 0; // depth inside something unknown
    bool m_hasData = false;
    bool m_hasValues = false; // the current block
};

Core::Result<ValuesPage> ValuesPage::parse(QByteArray reply)
{
    using Core::ErrorKind;
    ValuesPage page;
    page.m_reply = ReplyText(std::move(reply));
    Reader reader(page);
    rapidjson::InsituStringStream stream(page.m_reply.data());
    rapidjson::Reader parser;
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult parsed = parser.Parse<flags>(stream, reader);
    if (parsed.IsError()) {
        const bool wrongShape = parsed.Code() == rapidjson::kParseErrorTermination;
        return Core::fail(ErrorKind::BadReply, reader.path(),
                          wrongShape ? u"not what belongs here"_s
                                     : u"no JSON at byte %1: %2"_s.arg(parsed.Offset())
                                           .arg(QLatin1String(rapidjson::GetParseError_En(parsed.Code()))));
    }
    if (!reader.hasData())
        return Core::fail(ErrorKind::BadReply, u"$.data"_s, u"missing"_s);
    return page;
}

std::span<const Sheet::Cell> ValuesPage::row(size_t row) const
{
    const size_t begin = row == 0 ? 0 : m_rowEnds[row - 1];
    return {m_cells.data() + begin, m_rowEnds[row] - begin};
}

} // namespace Workiva
