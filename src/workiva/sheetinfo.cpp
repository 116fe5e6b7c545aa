#include "workiva/sheetinfo.h"

#include "core/redaction.h"

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

constexpr qsizetype maxWord = 100;

// A number instead of a text ID is converted to its digits.
QString readId(const Core::JsonReader &json)
{
    QString id = json.lenientString();
    if (id.isEmpty())
        json.complain(u"string"_s);
    return id;
}

void readLock(const Core::JsonReader &json, SheetInfo &sheet)
{
    const QString word = json.lenientString();
    if (word.isEmpty())
        sheet.lock = SheetInfo::Lock::None;
    else if (word == "lock"_L1)
        sheet.lock = SheetInfo::Lock::Locked;
    else if (word == "inputMode"_L1)
        sheet.lock = SheetInfo::Lock::InputMode;
    else
        sheet.lock = SheetInfo::Lock::Unknown;
    if (sheet.lock == SheetInfo::Lock::Unknown)
        sheet.lockWord = Core::redacted(word).left(maxWord);
}

void readParents(Core::JsonReader sheet, SheetInfo &info)
{
    for (const QLatin1String key("parent"); sheet.has(key);) {
        sheet = sheet[key];
        ++info.depth;
        if (!sheet.isObject()) { // only an ID
            if (info.depth == 1)
                info.parentId = sheet.lenientString();
            return;
        }
        if (info.depth == 1)
            info.parentId = sheet["id"_L1].lenientString();
        const QString name = sheet["name"_L1].lenientString();
        if (!name.isEmpty())
            info.path = pathBelow(name, info.path);
    }
}

void readDataset(const Core::JsonReader &json, SheetInfo &sheet)
{
    if (!json.isObject())
        return;
    sheet.linkedRange = json["range"_L1].lenientString();
    sheet.hasLinkedDataset = !sheet.linkedRange.isEmpty() || json.has("sheet"_L1) || json.has("values"_L1);
}

void readTable(const Core::JsonReader &json, SheetInfo &sheet)
{
    if (!json.isObject()) {
        sheet.tableId = json.lenientString();
        return;
    }
    sheet.tableId = json["table"_L1].lenientString();
    sheet.tableRevision = json["revision"_L1].lenientString();
}

} // namespace

SheetInfo readSheetInfo(const Core::JsonReader &json)
{
    SheetInfo sheet;
    sheet.id = readId(json["id"_L1]);
    sheet.name = json["name"_L1].lenientString();
    bool isNumber = false;
    const int index = json["index"_L1].lenientString().toInt(&isNumber);
    sheet.index = isNumber ? index : -1;
    sheet.path = sheet.name;
    readParents(json, sheet);
    readLock(json["lock"_L1], sheet);
    readDataset(json["dataset"_L1], sheet);
    readTable(json["table"_L1], sheet);
    return sheet;
}

QString pathBelow(const QString &parentPath, const QString &name)
{
    return parentPath + u" / "_s + name;
}

} // namespace Workiva
