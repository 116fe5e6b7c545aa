#include "sandbox/sheet/jsontext.h"

namespace Sandbox {

namespace {

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

void appendEscape(QByteArray &out, char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"': out.append("\\\""); break;
    case '\\': out.append("\\\\"); break;
    case '\n': out.append("\\n"); break;
    case '\r': out.append("\\r"); break;
    case '\t': out.append("\\t"); break;
    default:
        out.append("\\u00");
        out.append(digits[size_t(c) >> 4]);
        out.append(digits[size_t(c) & 0xf]);
    }
}

} // namespace

void appendJsonString(QByteArray &out, std::string_view text)
{
    out.append('"');
    size_t plain = 0; // start of the text that needs no escape
    for (size_t i = 0; i < text.size(); ++i) {
        if (!needsEscape(text[i]))
            continue;
        out.append(text.data() + plain, qsizetype(i - plain));
        appendEscape(out, text[i]);
        plain = i + 1;
    }
    out.append(text.data() + plain, qsizetype(text.size() - plain));
    out.append('"');
}

void appendJsonValue(QByteArray &out, Sheet::Cell cell)
{
    if (cell.kind == Sheet::CellKind::Number || cell.kind == Sheet::CellKind::Boolean)
        out.append(cell.text.data(), qsizetype(cell.text.size()));
    else
        appendJsonString(out, cell.text);
}

} // namespace Sandbox
