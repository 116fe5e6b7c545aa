#include "sandbox/worksheet.h"

#include <QStringList>

#include <algorithm>

namespace Sandbox {

namespace {

// First and count of one side of a block.
struct Side
{
    int &first;
    int &count;
};

Side side(Sheet::Rectangle &area, bool ofRows)
{
    return ofRows ? Side{area.row, area.rows} : Side{area.column, area.columns};
}

} // namespace

Worksheet *Spreadsheet::find(const QString &sheetId) const
{
    const auto found = std::ranges::find_if(sheets, [&sheetId](const auto &sheet) { return sheet->id == sheetId; });
    return found == sheets.end() ? nullptr : found->get();
}

QStringList Spreadsheet::path(const Worksheet &sheet) const
{
    QStringList names{sheet.name};
    for (const Worksheet *above = find(sheet.parent); above; above = find(above->parent))
        names.prepend(above->name);
    return names;
}

qint64 Spreadsheet::filled() const
{
    qint64 count = 0;
    for (const auto &sheet : sheets)
        count += sheet->cells.filled();
    return count;
}

Worksheet &Spreadsheet::add(const QString &sheetId, const QString &sheetName, const QString &parent)
{
    sheets.push_back(std::make_unique<Worksheet>());
    Worksheet &sheet = *sheets.back();
    sheet.id = sheetId;
    sheet.name = sheetName;
    sheet.parent = parent;
    return sheet;
}

Sheet::Rectangle afterInsert(const Sheet::Rectangle &area, bool ofRows, int at, int count)
{
    Sheet::Rectangle moved = area;
    const Side along = side(moved, ofRows);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    if (at <= along.first)
        along.first += count;
    else if (at < along.first + along.count)
        along.count += count;
    along.count = std::min(along.count, limit - along.first);
    return moved.isEmpty() ? Sheet::Rectangle{} : moved;
}

Sheet::Rectangle afterDelete(const Sheet::Rectangle &area, bool ofRows, int first, int last)
{
    Sheet::Rectangle moved = area;
    const Side along = side(moved, ofRows);
    const int end = along.first + along.count; // exclusive
    const auto shifted = [first, last](int at) {
        return at <= first ? at : at > last ? at - (last - first + 1) : first;
    };
    const int newFirst = shifted(along.first);
    const int limit = ofRows ? Sheet::maxRows : Sheet::maxColumns;
    // An open end stays open.
    along.count = (end >= limit ? limit : shifted(end)) - newFirst;
    along.first = newFirst;
    return moved.isEmpty() ? Sheet::Rectangle{} : moved;
}

} // namespace Sandbox
