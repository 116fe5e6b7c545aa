#include "workiva/sheetinfo.h"

#include "core/redaction.h"

namespace Workiva {

namespace {

constexpr qsizetype longestWord = 100;

// A number in the place of an ID is taken as its digits.
QString readId(const Net::JsonReader &json)
{
    QString id = json.lenientString();
    if (id.isEmpty())
        json.complain(QStringLiteral("string"));
    return id;
}

void readLock(const Net::JsonReader &json, SheetInfo &sheet)
{
    const QString word = json.lenientString();
    if (word.isEmpty())
        sheet.lock = SheetInfo::Lock::None;
    else if (word == QLatin1String("lock"))
        sheet.lock = SheetInfo::Lock::Locked;
    else if (word == QLatin1String("inputMode"))
        sheet.lock = SheetInfo::Lock::InputMode;
    else
        sheet.lock = SheetInfo::Lock::Unknown;
    if (sheet.lock == SheetInfo::Lock::Unknown)
        sheet.lockWord = Core::redacted(word).left(longestWord);
}

void readParents(Net::JsonReader sheet, SheetInfo &info)
{
    for (const QLatin1String key("parent"); sheet.has(key);) {
        sheet = sheet[key];
        ++info.depth;
        if (!sheet.isObject()) { // just an ID
            if (info.depth == 1)
                info.parentId = sheet.lenientString();
            return;
        }
        if (info.depth == 1)
            info.parentId = sheet[QLatin1String("id")].lenientString();
        const QString name = sheet[QLatin1String("name")].lenientString();
        if (!name.isEmpty())
            info.path = pathBelow(name, info.path);
    }
}

void readDataset(const Net::JsonReader &json, SheetInfo &sheet)
{
    if (!json.isObject())
        return;
    sheet.linkedRange = json[QLatin1String("range")].lenientString();
    sheet.hasLinkedDataset =
        !sheet.linkedRange.isEmpty() || json.has(QLatin1String("sheet")) || json.has(QLatin1String("values"));
}

void readTable(const Net::JsonReader &json, SheetInfo &sheet)
{
    if (!json.isObject()) {
        sheet.tableId = json.lenientString();
        return;
    }
    sheet.tableId = json[QLatin1String("table")].lenientString();
    sheet.tableRevision = json[QLatin1String("revision")].lenientString();
}

} // namespace

SheetInfo readSheetInfo(const Net::JsonReader &json)
{
    SheetInfo sheet;
    sheet.id = readId(json[QLatin1String("id")]);
    sheet.name = json[QLatin1String("name")].lenientString();
    bool isNumber = false;
    const int index = json[QLatin1String("index")].lenientString().toInt(&isNumber);
    sheet.index = isNumber ? index : -1;
    sheet.path = sheet.name;
    readParents(json, sheet);
    readLock(json[QLatin1String("lock")], sheet);
    readDataset(json[QLatin1String("dataset")], sheet);
    readTable(json[QLatin1String("table")], sheet);
    return sheet;
}

QString pathBelow(const QString &parentPath, const QString &name)
{
    return parentPath + QStringLiteral(" / ") + name;
}

} // namespace Workiva
