#pragma once

#include "sheet/rectangle.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Sandbox {

class Cells;

// The options for writing a page of values.
struct PageForm
{
    bool raw = true; // formulas as their text
    bool paddedRows = true; // otherwise a blank row is []
    std::optional<QString> range{}; // the range that it reports
};

// The response with values: {"data": [{"range": …, "values": [[…], …]}], "@nextLink": …}, the cells written directly
// from the sheet. Empty cells are "". A page without cells has no data. No @nextLink if nextLink is empty.
[[nodiscard]] QByteArray valuesReply(const Cells &cells, const Sheet::Rectangle &page, const PageForm &form,
                                     const QByteArray &nextLink);

} // namespace Sandbox
