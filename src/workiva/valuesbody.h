#pragma once

#include "workiva/bodywriter.h"

namespace Workiva {

// The body of a values PUT, written cell by cell in reading order: {"values":[[…],[…]]}. The caller gives all rows the
// same number of cells; the service refuses others, and clears what a smaller block leaves uncovered. One thread.
class ValuesBody
{
public:
    ValuesBody();

    void beginRow();
    void add(const Sheet::Cell &cell); // see BodyWriter

    [[nodiscard]] qint64 size() const; // bytes of what take() would give
    [[nodiscard]] QByteArray take(); // and begins anew

    [[nodiscard]] static QByteArray clearBody(); // empties every cell of the range

private:
    void begin();

    BodyWriter m_json;
    bool m_isInRow = false;
};

} // namespace Workiva
