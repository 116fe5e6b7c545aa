#include "workiva/sheetinfo.h"

namespace Workiva {

namespace {

SheetInfo::Lock readLock(const Net::JsonReader &lock)
{
    const QString name = lock.string(QString());
    if (name.isEmpty())
        return SheetInfo::Lock::None;
    if (name == QLatin1String("lock"))
        return SheetInfo::Lock::Locked;
    if (name == QLatin1String("inputMode"))
        return SheetInfo::Lock::InputMode;
    lock.complain(QStringLiteral("lock or inputMode"));
    return SheetInfo::Lock::None;
}

} // namespace

SheetInfo readSheetInfo(const Net::JsonReader &json)
{
    SheetInfo sheet;
    sheet.id = json[QLatin1String("id")].string();
    sheet.name = json[QLatin1String("name")].string(QString());
    sheet.index = int(json[QLatin1String("index")].integer(-1));
    sheet.lock = readLock(json[QLatin1String("lock")]);
    sheet.path = sheet.name;
    const QLatin1String parentKey("parent");
    for (auto at = json; at.has(parentKey);) {
        at = at[parentKey];
        if (sheet.depth++ == 0)
            sheet.parentId = at[QLatin1String("id")].string();
        const QString name = at[QLatin1String("name")].string(QString());
        if (!name.isEmpty())
            sheet.path = pathBelow(name, sheet.path);
    }
    const QLatin1String tableKey("table");
    if (json.has(tableKey)) {
        sheet.tableId = json[tableKey][tableKey].string(QString());
        sheet.tableRevision = json[tableKey][QLatin1String("revision")].string(QString());
    }
    const QLatin1String datasetKey("dataset");
    sheet.hasLinkedDataset = json.has(datasetKey);
    if (sheet.hasLinkedDataset)
        sheet.linkedRange = json[datasetKey][QLatin1String("range")].string(QString());
    return sheet;
}

QString pathBelow(const QString &parentPath, const QString &name)
{
    return parentPath + QStringLiteral(" / ") + name;
}

} // namespace Workiva
