#pragma once

#include "sandbox/sheet/cells.h"
#include "sandbox/sheet/formats.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace Sandbox {

// What is known of a row or column beside its cells.
struct Line
{
    bool hidden = false;
    std::optional<int> size;
};

// A range of a sheet that is linked with others: a source feeds ranges elsewhere, a destination shows what a source
// holds. A source without a destination in any sheet feeds a document.
struct RangeLink
{
    QString id;
    Sheet::Rectangle range;
    QString source; // of a destination: the ID of the link that feeds it; empty for a source
};

// One sheet of a spreadsheet. 0-based throughout. Values; one thread.
struct Worksheet
{
    QString id;
    QString name;
    QString parent; // the ID of the sheet above; empty at the top
    QString lock; // "lock", "inputMode" or empty
    std::optional<Sheet::Rectangle> dataset; // where a linked dataset lies
    Cells cells;
    Formats formats;
    std::vector<Sheet::Rectangle> merges;
    std::vector<Sheet::Rectangle> lockedCells; // locked one by one, beside the lock of the sheet
    std::vector<Sheet::Rectangle> linkedCells; // destinations of links from elsewhere, one by one
    std::vector<Sheet::Rectangle> inputCells; // which the lock "inputMode" leaves open
    std::vector<RangeLink> links;
    std::map<int, Line> rowLines;
    std::map<int, Line> columnLines;
    int rows = 1000; // what the sheet has at least, and what it has grown to
    int columns = 26;
    qint64 revision = 1; // the spreadsheet's at the sheet's last change

    [[nodiscard]] QString table() const; // the ID of its table, under which the content of its cells is asked for
    [[nodiscard]] Sheet::Rectangle whole() const; // what there is of the sheet, from A1
    [[nodiscard]] std::vector<Sheet::Rectangle> locked() const; // where nothing may be changed
    [[nodiscard]] std::vector<Sheet::Rectangle> linked() const; // what shows a value from elsewhere
};

// What is left of an area without the cells of others, in pieces.
[[nodiscard]] std::vector<Sheet::Rectangle> without(const Sheet::Rectangle &area,
                                                    const std::vector<Sheet::Rectangle> &others);

// Where a block of cells lies after rows or columns were put in or taken out; empty when nothing is left of it.
[[nodiscard]] Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count);
[[nodiscard]] Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last);

} // namespace Sandbox
