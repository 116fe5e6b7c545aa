#pragma once

#include "sheet/cell.h"
#include "sheet/rectangle.h"

#include <QByteArray>

namespace Sandbox {

class Cells;

// The answer to a reading of values: {"data": [{"range": …, "values": [[…], …]}], "@nextLink": …}, the cells written
// straight from the sheet. Empty cells are "". `range` is what the page is called when it holds no cells; no nextLink
// when that is empty.
[[nodiscard]] QByteArray valuesPage(const Cells &cells, const Sheet::Rectangle &page, bool raw, const QString &range,
                                    const QByteArray &nextLink);

// One value in JSON.
void appendJsonValue(QByteArray &out, Sheet::Cell cell);

} // namespace Sandbox
