#pragma once

#include "sheet/rectangle.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Sandbox {

class Cells;

// How a page of values is written.
struct PageForm
{
    bool raw = true; // formulas as their text
    bool paddedRows = true; // otherwise a blank row is []
    std::optional<QString> range{}; // what it says of its place
};

// The answer to a reading of values: {"data": [{"range": …, "values": [[…], …]}], "@nextLink": …}, the cells written
// straight from the sheet. Empty cells are "". A page without cells has no data. No @nextLink when nextLink
// is empty.
[[nodiscard]] QByteArray valuesReply(const Cells &cells, const Sheet::Rectangle &page, const PageForm &form,
                                     const QByteArray &nextLink);

} // namespace Sandbox
