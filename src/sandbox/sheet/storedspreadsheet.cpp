#include "sandbox/sheet/storedspreadsheet.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

Worksheet *StoredSpreadsheet::find(const QString &sheetId) const
{
    const auto found = std::ranges::find_if(sheets, [&sheetId](const auto &sheet) { return sheet->id == sheetId; });
    return found == sheets.end() ? nullptr : found->get();
}

Worksheet *StoredSpreadsheet::findTable(const QString &tableId) const
{
    const auto found =
        std::ranges::find_if(sheets, [&tableId](const auto &sheet) { return sheet->table() == tableId; });
    return found == sheets.end() ? nullptr : found->get();
}

QStringList StoredSpreadsheet::path(const Worksheet &sheet) const
{
    QStringList names{sheet.name};
    for (const Worksheet *above = find(sheet.parent); above; above = find(above->parent))
        names.prepend(above->name);
    return names;
}

qint64 StoredSpreadsheet::filled() const
{
    qint64 count = 0;
    for (const auto &sheet : sheets)
        count += sheet->cells.filled();
    return count;
}

QString StoredSpreadsheet::freeName(const QString &wanted) const
{
    QString free = wanted;
    const auto isTaken = [&free](const auto &sheet) { return sheet->name == free; };
    for (int number = 1; std::ranges::any_of(sheets, isTaken); ++number)
        free = u"%1 %2"_s.arg(wanted).arg(number);
    return free;
}

Worksheet &StoredSpreadsheet::add(const QString &sheetId, const QString &sheetName, const QString &parent)
{
    sheets.push_back(std::make_unique<Worksheet>());
    Worksheet &sheet = *sheets.back();
    sheet.id = sheetId;
    sheet.name = sheetName;
    sheet.parent = parent;
    return sheet;
}

void StoredSpreadsheet::placeLast(int index)
{
    const QString parent = sheets.back()->parent;
    int siblings = 0;
    const auto before = std::find_if(sheets.begin(), sheets.end() - 1,
                                     [&](const auto &other) { return other->parent == parent && siblings++ == index; });
    std::rotate(before, sheets.end() - 1, sheets.end());
}

} // namespace Sandbox
