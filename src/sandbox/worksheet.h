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
    std::map<int, Line> rowLines;
    std::map<int, Line> columnLines;
    int rows = 1000; // what the sheet holds at least, for the quirk that it does not grow
    int columns = 26;
    qint64 revision = 1;
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

// Where a block of cells lies after rows or columns were put in or taken out; empty when nothing is left of it.
[[nodiscard]] Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count);
[[nodiscard]] Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last);

} // namespace Sandbox
