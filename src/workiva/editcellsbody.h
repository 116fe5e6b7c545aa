#pragma once

#include "workiva/bodywriter.h"

namespace Workiva {

// The body of an update that sets single cells, in any order:
// {"editCells":{"cells":[{"row":0,"column":0,"value":…},…]}}. Rows and columns are 0-based in the sheet. One thread.
class EditCellsBody
{
public:
    EditCellsBody();

    void add(int row, int column, const Sheet::Cell &cell); // see BodyWriter

    [[nodiscard]] qint64 size() const; // of take()'s result, in bytes
    [[nodiscard]] QByteArray take(); // and resets

private:
    void begin();

    BodyWriter m_json;
};

} // namespace Workiva
