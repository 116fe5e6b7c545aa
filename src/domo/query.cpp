#include "domo/query.h"

#include "domo/apirequest.h"
#include "domo/lenientjson.h"
#include "domo/queryfaults.h"
#include "domo/utf8.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

using Sheet::CellKind;

// Receives RapidJSON's events of a reply. Once columns and types are known, they are passed over, and the rows taken.
class Events
{
public:
    using Ch = char;

    Events() = default;
    Events(qsizetype width, const QueryReply::RowSink &sink) : m_width(width), m_sink(&sink) { }

    [[nodiscard]] QList<Column> takeColumns()
    {
        for (qsizetype i = 0; i < std::min(m_columns.size(), m_types.size()); ++i) {
            m_columns[i].typeName = m_types[i];
            m_columns[i].type = Sheet::columnType(m_types[i]);
        }
        return std::move(m_columns);
    }
    [[nodiscard]] std::optional<qint64> told() const { return m_told; }
    [[nodiscard]] bool hasColumns() const { return m_hasColumns; }
    [[nodiscard]] bool hasRows() const { return m_hasRows; }
    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }

    bool Null() { return value(CellKind::Empty, {}); }
    bool Bool(bool value) { return this->value(CellKind::Boolean, value ? "true" : "false"); }
    bool RawNumber(const char *digits, rapidjson::SizeType length, bool)
    {
        return value(CellKind::Number, {digits, length});
    }
    bool String(const char *text, rapidjson::SizeType length, bool) { return value(CellKind::Text, {text, length}); }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view key(text, length);
        if (m_depth == 1)
            m_part = key == "columns" ? Part::Columns
                : key == "metadata"   ? Part::Metadata
                : key == "rows"       ? Part::Rows
                : key == "numRows"    ? Part::Told
                                      : Part::Other;
        m_isType = m_depth == 3 && key == "type";
        return true;
    }

    bool StartObject() { return open(false); }
    bool StartArray() { return open(true); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    // Never called: numbers are parsed as text.
    static bool Int(int) { return false; }
    static bool Uint(unsigned) { return false; }
    static bool Int64(int64_t) { return false; }
    static bool Uint64(uint64_t) { return false; }
    static bool Double(double) { return false; }

private:
    enum class Part { Other, Columns, Metadata, Rows, Told }; // members of the reply

    struct Piece // of m_texts
    {
        CellKind kind = CellKind::Empty;
        size_t begin = 0;
        size_t size = 0;
    };

    [[nodiscard]] bool isData() const { return m_part == Part::Columns || m_part == Part::Rows; }

    bool bad(const QString &place, const char *expected)
    {
        m_error = Core::Error{
            .kind = Core::ErrorKind::BadReply, .subject = place, .detail = u"expected "_s + QLatin1String(expected)};
        return false;
    }

    [[nodiscard]] QString partPlace() const { return m_part == Part::Columns ? u"$.columns"_s : u"$.rows"_s; }
    [[nodiscard]] QString itemPlace() const { return u"%1[%2]"_s.arg(partPlace()).arg(m_item); }
    [[nodiscard]] QString fieldPlace() const { return u"%1[%2]"_s.arg(itemPlace()).arg(m_pieces.size()); }

    // m_depth is the number of objects and arrays that enclose it.
    bool value(CellKind kind, std::string_view text)
    {
        switch (m_depth) {
        case 0: return bad(u"$"_s, "object");
        case 1:
            if (m_part == Part::Told)
                m_told = lenientCount(fromUtf8(text));
            return !isData() || bad(partPlace(), "array");
        case 2: return item(kind, text);
        case 3: return field(kind, text);
        default: return true;
        }
    }

    bool item(CellKind kind, std::string_view text)
    {
        if (m_part == Part::Rows)
            return bad(itemPlace(), "a value for each column");
        if (m_part == Part::Columns) {
            if (kind != CellKind::Text)
                return bad(itemPlace(), "string");
            m_columns.append({.name = fromUtf8(text)});
        }
        ++m_item;
        return true;
    }

    bool field(CellKind kind, std::string_view text)
    {
        if (m_part == Part::Metadata && m_isType && kind == CellKind::Text) {
            m_types.resize(std::max(m_types.size(), m_item + 1));
            m_types[m_item] = fromUtf8(text);
        }
        if (m_part == Part::Rows) {
            m_pieces.push_back({kind, m_texts.size(), text.size()});
            if (m_sink)
                m_texts += text;
        }
        return true;
    }

    bool open(bool isArray)
    {
        if (m_depth == 0 && isArray)
            return bad(u"$"_s, "object");
        if (m_depth == 1 && isData()) {
            bool &has = m_part == Part::Rows ? m_hasRows : m_hasColumns;
            if (!isArray || has)
                return bad(partPlace(), "one array");
            has = true;
        }
        if (m_depth == 2 && m_part == Part::Columns)
            return bad(itemPlace(), "string");
        if (m_depth == 2 && m_part == Part::Rows && !isArray)
            return bad(itemPlace(), "a value for each column");
        if (m_depth == 3 && m_part == Part::Rows)
            return bad(fieldPlace(), "a value");
        if (m_depth == 1)
            m_item = 0;
        ++m_depth;
        return true;
    }

    bool close()
    {
        --m_depth;
        if (m_depth == 1)
            m_part = Part::Other;
        if (m_depth != 2)
            return true;
        const bool taken = m_part != Part::Rows || takeRow();
        ++m_item;
        return taken;
    }

    bool takeRow()
    {
        if (m_sink) {
            if (qsizetype(m_pieces.size()) != m_width)
                return bad(itemPlace(), "a value for each column");
            m_cells.resize(m_pieces.size());
            for (size_t i = 0; i < m_pieces.size(); ++i) {
                m_cells[i].kind = m_pieces[i].kind;
                m_cells[i].text = std::string_view(m_texts).substr(m_pieces[i].begin, m_pieces[i].size);
            }
            if (const auto taken = (*m_sink)(m_cells); !taken) {
                m_error = taken.error();
                return false;
            }
        }
        m_texts.clear();
        m_pieces.clear();
        return true;
    }

    const qsizetype m_width = 0;
    const QueryReply::RowSink *m_sink = nullptr; // null: the rows are only looked through
    int m_depth = 0;
    Part m_part = Part::Other;
    qsizetype m_item = 0; // of the part
    bool m_isType = false; // the key of the current value in the metadata
    bool m_hasColumns = false;
    bool m_hasRows = false;
    QList<Column> m_columns;
    QStringList m_types;
    std::optional<qint64> m_told;
    std::string m_texts; // of the current row
    std::vector<Piece> m_pieces; // likewise
    std::vector<Sheet::Cell> m_cells; // likewise
    std::optional<Core::Error> m_error;
};

Core::Result<void> read(const QByteArray &body, Events &events)
{
    constexpr unsigned flags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::StringStream stream(body.constData());
    rapidjson::Reader parser;
    const rapidjson::ParseResult parsed = parser.Parse<flags>(stream, events);
    if (events.error())
        return Core::fail(*events.error());
    if (parsed.IsError())
        return Core::fail(Core::ErrorKind::BadReply, u"$"_s,
                          u"no JSON at byte %1: %2"_s.arg(parsed.Offset())
                              .arg(QLatin1String(rapidjson::GetParseError_En(parsed.Code()))));
    return {};
}

} // namespace

Net::Request queryRequest(const Query &query)
{
    const QJsonObject body{{u"sql"_s, query.sql}};
    Net::Request request = post({u"v1"_s, u"datasets"_s, u"query"_s, u"execute"_s, query.dataSetId},
                                QJsonDocument(body).toJson(QJsonDocument::Compact));
    request.timeout = querySeconds * 3 / 2;
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<QueryReply> QueryReply::parse(const QByteArray &body)
{
    Events events;
    if (auto done = read(body, events); !done)
        return Core::propagate(done);
    if (!events.hasColumns() || !events.hasRows())
        return Core::fail(Core::ErrorKind::BadReply, events.hasColumns() ? u"$.rows"_s : u"$.columns"_s,
                          u"expected one array"_s);
    QueryReply reply;
    reply.m_body = body;
    reply.m_columns = events.takeColumns();
    reply.m_rows = events.told();
    return reply;
}

Core::Result<void> QueryReply::forEachRow(const RowSink &sink) const
{
    Events events(m_columns.size(), sink);
    return read(m_body, events);
}

} // namespace Domo
