#pragma once

#include "sandbox/cells.h"
#include "sandbox/formats.h"

#include <QDateTime>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Sandbox {

// What is known of a row or column beside its cells.
struct Line
{
    bool hidden = false;
    std::optional<int> size;
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
    std::vector<Sheet::Rectangle> linkedCells; // destinations of links from elsewhere
    std::map<int, Line> rowLines;
    std::map<int, Line> columnLines;
    int rows = 1000; // what the sheet has at least, and what it has grown to
    int columns = 26;
    qint64 revision = 1;

    [[nodiscard]] Sheet::Rectangle whole() const; // what there is of the sheet, from A1
    [[nodiscard]] std::vector<Sheet::Rectangle> locked() const; // where nothing may be changed
};

struct Spreadsheet
{
    QString id;
    QString name;
    std::vector<std::unique_ptr<Worksheet>> sheets; // in order
    bool linksPublished = false;
    QString milestone; // the title of one, or empty
    QDateTime created;
    QDateTime modified;
    qint64 revision = 1;

    [[nodiscard]] Worksheet *find(const QString &sheetId) const;
    [[nodiscard]] QStringList path(const Worksheet &sheet) const; // the names from the top down to it
    [[nodiscard]] qint64 filled() const; // cells with a value in all sheets
    Worksheet &add(const QString &sheetId, const QString &sheetName, const QString &parent = {});
};

using Spreadsheets = std::vector<std::unique_ptr<Spreadsheet>>;

// What is left of an area without the cells of others, in pieces.
[[nodiscard]] std::vector<Sheet::Rectangle> without(const Sheet::Rectangle &area,
                                                    const std::vector<Sheet::Rectangle> &others);

// Where a block of cells lies after rows or columns were put in or taken out; empty when nothing is left of it.
[[nodiscard]] Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count);
[[nodiscard]] Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last);

} // namespace Sandbox
