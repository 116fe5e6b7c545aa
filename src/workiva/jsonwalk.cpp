#include "workiva/jsonwalk.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <vector>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

// The parser recurses for every level; malicious input such as "[[[[…" must not exhaust the stack.
constexpr size_t maxDepth = 64;

QString toText(JsonPath path)
{
    QString text = u"$"_s;
    for (const JsonStep &step : path) {
        if (step.index >= 0)
            text += u"[%1]"_s.arg(step.index);
        else
            text += u'.' + QString::fromUtf8(step.key.data(), qsizetype(step.key.size()));
    }
    return text;
}

// Receives RapidJSON's events and keeps track of the path.
class Walker
{
public:
    using Ch = char;

    Walker(ReplyText &reply, JsonVisitor &visitor) : m_reply(reply), m_visitor(visitor) { }

    [[nodiscard]] QString place() const { return toText(m_path); }

    bool Null() { return value({}); }
    bool Bool(bool value) { return this->value(Sheet::Cell::ofBoolean(value)); }
    bool RawNumber(const char *digits, rapidjson::SizeType length, bool)
    {
        return value(Sheet::Cell::ofNumber({digits, length}));
    }
    bool String(const char *text, rapidjson::SizeType length, bool) { return value(m_reply.cell({text, length})); }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        m_path.back() = {.key = {text, length}};
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
    void next()
    {
        if (!m_path.empty() && m_path.back().index >= 0)
            ++m_path.back().index;
    }

    bool value(const Sheet::Cell &cell)
    {
        const bool taken = m_visitor.value(m_path, cell);
        if (taken) // the path of a rejected value is needed for the error
            next();
        return taken;
    }

    bool open(bool isArray)
    {
        if (m_path.size() == maxDepth || !m_visitor.opened(m_path, isArray))
            return false;
        m_path.push_back(isArray ? JsonStep{.index = 0} : JsonStep{});
        return true;
    }

    bool close()
    {
        m_path.pop_back();
        m_visitor.closed(m_path);
        next();
        return true;
    }

    ReplyText &m_reply;
    JsonVisitor &m_visitor;
    std::vector<JsonStep> m_path;
};

} // namespace

Core::Result<void> walkJson(ReplyText &reply, JsonVisitor &visitor)
{
    Walker walker(reply, visitor);
    rapidjson::InsituStringStream stream(reply.data());
    rapidjson::Reader parser;
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult parsed = parser.Parse<flags>(stream, walker);
    if (!parsed.IsError())
        return {};
    const bool wrongShape = parsed.Code() == rapidjson::kParseErrorTermination;
    return Core::fail(Core::ErrorKind::BadReply, walker.place(),
                      wrongShape ? u"not what belongs here"_s
                                 : u"no JSON at byte %1: %2"_s.arg(parsed.Offset())
                                       .arg(QLatin1String(rapidjson::GetParseError_En(parsed.Code()))));
}

std::string_view keyAt(JsonPath path, size_t depth)
{
    return depth < path.size() ? path[depth].key : std::string_view();
}

qsizetype indexAt(JsonPath path, size_t depth)
{
    return depth < path.size() ? path[depth].index : -1;
}

std::optional<int> integerOf(const Sheet::Cell &value)
{
    int number = 0;
    const char *end = value.text.data() + value.text.size();
    if (value.kind != Sheet::CellKind::Number)
        return {};
    const auto read = std::from_chars(value.text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

} // namespace Workiva
