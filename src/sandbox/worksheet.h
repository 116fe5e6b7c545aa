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

struct Milestone
{
    QString id;
    QString title;
    QString remarks;
    QDateTime created;
    qint64 revision = 1; // of the spreadsheet
};

// Revisions are counted for the whole spreadsheet: every change of a sheet is a new one.
struct Spreadsheet
{
    QString id;
    QString name;
    std::vector<std::unique_ptr<Worksheet>> sheets; // in order
    bool linksPublished = false;
    std::vector<Milestone> milestones; // the oldest first
    QDateTime created;
    QDateTime modified;
    qint64 revision = 1;

    [[nodiscard]] Worksheet *find(const QString &sheetId) const;
    [[nodiscard]] Worksheet *findTable(const QString &tableId) const;
    [[nodiscard]] QStringList path(const Worksheet &sheet) const; // the names from the top down to it
    [[nodiscard]] qint64 filled() const; // cells with a value in all sheets
    [[nodiscard]] QString freeName(const QString &wanted) const; // with a number behind it when a sheet is called so
    Worksheet &add(const QString &sheetId, const QString &sheetName, const QString &parent = {}); // at the end
    // Moves the last sheet before the sibling that has this index now; behind all when there is none, as for -1.
    void placeLast(int index);
};

using Spreadsheets = std::vector<std::unique_ptr<Spreadsheet>>;

// What is left of an area without the cells of others, in pieces.
[[nodiscard]] std::vector<Sheet::Rectangle> without(const Sheet::Rectangle &area,
                                                    const std::vector<Sheet::Rectangle> &others);

// Where a block of cells lies after rows or columns were put in or taken out; empty when nothing is left of it.
[[nodiscard]] Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count);
[[nodiscard]] Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last);

} // namespace Sandbox
