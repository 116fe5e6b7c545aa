#include "sandbox/workiva/writtenvalues.h"

#include "sandbox/sheet/number.h"
#include "sheet/rectangle.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// Depths: 1 in the document's object, 2 in the list of rows, 3 in a row. Members other than "values" are skipped.
class Handler
{
public:
    using Size = rapidjson::SizeType;

    bool Null() { return cell(Sheet::CellKind::Keep, {}); }
    bool Bool(bool value) { return cell(Sheet::CellKind::Boolean, value ? "true" : "false"); }
    bool RawNumber(const char *text, Size size, bool) { return number({text, size}); }
    bool String(const char *text, Size size, bool) { return string({text, size}); }

    // With kParseNumbersAsStringsFlag, numbers arrive only as RawNumber, but the reader requires the others to exist.
    static bool Int(int) { return false; }
    static bool Uint(unsigned) { return false; }
    static bool Int64(int64_t) { return false; }
    static bool Uint64(uint64_t) { return false; }
    static bool Double(double) { return false; }

    bool StartObject()
    {
        if (m_depth == 0 || m_passing) {
            ++m_depth;
            return true;
        }
        return wrong(u"expected boolean, number, string or null"_s);
    }
    bool Key(const char *text, Size size, bool)
    {
        if (m_depth == 1)
            m_passing = std::string_view(text, size) != "values";
        return true;
    }
    bool EndObject(Size)
    {
        --m_depth;
        return true;
    }
    bool StartArray()
    {
        if (m_depth == 0)
            return wrong(u"expected an object"_s);
        ++m_depth;
        if (m_passing)
            return true;
        if (m_depth == 2)
            m_found = true;
        return m_depth <= 3 || wrong(u"expected boolean, number, string or null"_s);
    }
    bool EndArray(Size)
    {
        --m_depth;
        return m_passing || m_depth != 2 || endRow();
    }

    [[nodiscard]] bool found() const { return m_found; }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] Sheet::Grid take() { return std::move(m_grid); }

private:
    struct Field
    {
        Sheet::CellKind kind;
        size_t begin;
        size_t size;
    };

    bool cell(Sheet::CellKind kind, std::string_view text)
    {
        if (m_passing)
            return true;
        if (m_depth != 3)
            return wrong(u"expected rows of values"_s);
        m_fields.push_back({kind, m_text.size(), text.size()});
        m_text.append(text);
        return true;
    }

    bool number(std::string_view text)
    {
        constexpr size_t mayBeTooLarge = 300; // digits; or an exponent
        const bool isPlain = text.size() < mayBeTooLarge && text.find_first_of("eE") == std::string_view::npos;
        if (!m_passing && !isPlain && !toDouble(text))
            return wrong(u"a number is too large"_s);
        return cell(Sheet::CellKind::Number, text);
    }

    bool string(std::string_view text)
    {
        if (!m_passing && !fitsInCell(text))
            return wrong(u"a cell holds at most %1 characters"_s.arg(Sheet::maxCellCharacters));
        return cell(text.empty() ? Sheet::CellKind::Empty : Sheet::CellKind::Text, text);
    }

    bool endRow()
    {
        if (m_grid.rows() > 0 && m_grid.columns() != int(m_fields.size()))
            return wrong(u"all rows have to be equally long"_s);
        if (m_grid.rows() >= Sheet::maxRows || m_fields.size() > size_t(Sheet::maxColumns))
            return wrong(u"more rows or columns than a sheet has"_s);
        std::vector<Sheet::Cell> &cells = m_cells;
        cells.clear();
        for (const Field &field : m_fields)
            cells.push_back({field.kind, std::string_view(m_text).substr(field.begin, field.size)});
        m_grid.appendRow(cells);
        m_fields.clear();
        m_text.clear();
        return true;
    }

    bool wrong(const QString &problem)
    {
        m_problem = problem;
        return false;
    }

    Sheet::Grid m_grid;
    std::vector<Field> m_fields; // of the current row, their texts concatenated
    std::string m_text;
    std::vector<Sheet::Cell> m_cells;
    int m_depth = 0;
    bool m_passing = false;
    bool m_found = false;
    QString m_problem;
};

} // namespace

bool fitsInCell(std::string_view utf8)
{
    constexpr auto max = size_t(Sheet::maxCellCharacters);
    if (utf8.size() <= max)
        return true;
    const auto characters =
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    return size_t(characters) <= max;
}

Accepted<Sheet::Grid> readWrittenValues(const QByteArray &body)
{
    constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
    Handler handler;
    rapidjson::Reader reader;
    rapidjson::MemoryStream stream(body.constData(), size_t(body.size()));
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
    const QString target = u"values"_s;
    if (!handler.problem().isEmpty())
        return refuse(400, handler.problem(), target);
    if (result.IsError())
        return refuse(
            400,
            u"at byte %1: %2"_s.arg(result.Offset()).arg(QLatin1String(rapidjson::GetParseError_En(result.Code()))));
    if (!handler.found())
        return refuse(400, u"values is missing"_s, target);
    return handler.take();
}

} // namespace Sandbox
