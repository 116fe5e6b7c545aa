#pragma once

#include "sandbox/sheet/cells.h"
#include "sandbox/sheet/formats.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace Sandbox {

// Properties of a row or column besides its cells.
struct Line
{
    bool hidden = false;
    std::optional<int> size;
};

// A range that is linked with others: a source provides values to ranges elsewhere, a destination displays those of a
// source. A source without a destination in any sheet is linked to a document.
struct RangeLink
{
    QString id;
    Sheet::Rectangle range;
    QString source; // of a destination: the ID of its source link; empty for a source
};

// One sheet of a spreadsheet. 0-based. A value; one thread.
struct Worksheet
{
    QString id;
    QString name;
    QString parent; // the ID of the parent sheet; empty at the top level
    QString lock; // "lock", "inputMode" or empty
    std::optional<Sheet::Rectangle> dataset; // where a linked dataset is
    Cells cells;
    Formats formats;
    std::vector<Sheet::Rectangle> merges;
    std::vector<Sheet::Rectangle> lockedCells; // locked individually, besides the lock of the sheet
    std::vector<Sheet::Rectangle> linkedCells; // destinations of links from elsewhere, individually
    std::vector<Sheet::Rectangle> inputCells; // which the lock "inputMode" leaves open
    std::vector<RangeLink> links;
    std::map<int, Line> rowLines;
    std::map<int, Line> columnLines;
    int rows = 1000; // the minimum size of a sheet, or what it has grown to
    int columns = 26;
    qint64 revision = 1; // the spreadsheet's revision at the sheet's last change

    [[nodiscard]] QString table() const; // the ID of its table, which identifies its cells in the content API
    [[nodiscard]] Sheet::Rectangle whole() const; // all of the sheet, from A1
    [[nodiscard]] std::vector<Sheet::Rectangle> locked() const; // where nothing may be changed
    [[nodiscard]] std::vector<Sheet::Rectangle> linked() const; // cells that display a value from elsewhere
};

// An area minus the cells of others, in pieces.
[[nodiscard]] std::vector<Sheet::Rectangle> without(const Sheet::Rectangle &area,
                                                    const std::vector<Sheet::Rectangle> &others);

// The position of a block of cells after inserting or deleting rows or columns; empty if none of it is left.
[[nodiscard]] Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count);
[[nodiscard]] Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last);

} // namespace Sandbox
