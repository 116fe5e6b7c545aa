#pragma once

#include "workiva/bodywriter.h"

namespace Workiva {

// The body of an update that sets single cells, in any order:
// {"editCells":{"cells":[{"row":0,"column":0,"value":…},…]}}. Rows and columns are 0-based places in the sheet. One
// thread.
class EditCellsBody
{
public:
    EditCellsBody();

    void add(int row, int column, const Sheet::Cell &cell); // see BodyWriter

    [[nodiscard]] qint64 size() const; // bytes of what take() would give
    [[nodiscard]] QByteArray take(); // and begins anew

private:
    void begin();

    BodyWriter m_json;
};

} // namespace Workiva
