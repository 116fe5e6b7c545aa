#include "sheet/cell.h"

#include "sheet/decimal.h"

namespace Sheet {

bool sameValue(Cell a, Cell b)
{
    if (a.isBlank() || b.isBlank())
        return a.isBlank() && b.isBlank();
    if (a.kind != b.kind || a.kind == CellKind::Keep || a.kind == CellKind::Unreadable)
        return false;
    return a.text == b.text || (a.kind == CellKind::Number && sameNumber(a.text, b.text));
}

qint64 characters(std::string_view utf8)
{
    qint64 count = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xc0) == 0x80;
        const bool beginsPair = byte >= 0xf0;
        count += continues ? 0 : beginsPair ? 2 : 1;
    }
    return count;
}

} // namespace Sheet
