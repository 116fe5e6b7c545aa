#include "sheet/cell.h"

#include <functional>

namespace Sheet {

size_t valueHash(const Cell &cell)
{
    if (cell.isBlank())
        return 0;
    const size_t hash =
        cell.kind == CellKind::Number ? numberHash(cell.text) : std::hash<std::string_view>()(cell.text);
    return hash + size_t(cell.kind);
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
