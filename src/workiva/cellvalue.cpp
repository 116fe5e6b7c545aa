#include "workiva/cellvalue.h"

namespace Workiva {

namespace {

void append(QByteArray &json, std::string_view text)
{
    json.append(text.data(), qsizetype(text.size()));
}

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscape(QByteArray &json, char c)
{
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"': append(json, "\\\""); break;
    case '\\': append(json, "\\\\"); break;
    case '\n': append(json, "\\n"); break;
    case '\r': append(json, "\\r"); break;
    case '\t': append(json, "\\t"); break;
    default:
        append(json, "\\u00");
        json.append(hex[static_cast<unsigned char>(c) >> 4]);
        json.append(hex[c & 0xf]);
    }
}

void appendString(QByteArray &json, std::string_view text)
{
    json.append('"');
    size_t plain = 0; // where what needs no escape begins
    for (size_t at = 0; at < text.size(); ++at) {
        if (!needsEscape(text[at]))
            continue;
        append(json, text.substr(plain, at - plain));
        appendEscape(json, text[at]);
        plain = at + 1;
    }
    append(json, text.substr(plain));
    json.append('"');
}

} // namespace

void appendValue(QByteArray &json, Sheet::Cell cell)
{
    switch (cell.kind) {
    case Sheet::CellKind::Keep:
    case Sheet::CellKind::Unreadable: append(json, "null"); break;
    case Sheet::CellKind::Empty: append(json, "\"\""); break;
    case Sheet::CellKind::Number:
    case Sheet::CellKind::Boolean: append(json, cell.text); break;
    case Sheet::CellKind::Text:
    case Sheet::CellKind::Formula: appendString(json, cell.text); break;
    }
}

} // namespace Workiva
