#include "sheet/cell.h"

#include "sheet/decimal.h"

namespace Sheet {

bool sameValue(Cell a, Cell b)
{
    if (a.isBlank() || b.isBlank())
        return a.isBlank() && b.isBlank();
    if (a.kind != b.kind || a.kind == CellKind::Keep)
        return false;
    return a.text == b.text || (a.kind == CellKind::Number && sameNumber(a.text, b.text));
}

} // namespace Sheet
