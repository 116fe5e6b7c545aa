#pragma once

#include "workiva/bodywriter.h"

namespace Workiva {

// The body of a values PUT, written cell by cell in reading order: {"values":[[…],[…]]}. All rows must have the same
// number of cells; the service rejects other bodies, and clears the cells that a smaller block does not cover. One
// thread.
class ValuesBody
{
public:
    explicit ValuesBody(qint64 expectedSize = 0); // in bytes; it can grow

    void beginRow();
    void add(const Sheet::Cell &cell); // see BodyWriter

    [[nodiscard]] qint64 size() const; // of take()'s result, in bytes
    [[nodiscard]] QByteArray take(); // and resets

    [[nodiscard]] static QByteArray clearBody(); // clears every cell of the range

private:
    void begin();

    BodyWriter m_json;
    bool m_isInRow = false;
};

} // namespace Workiva
