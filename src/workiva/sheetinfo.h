#pragma once

#include "net/jsonreader.h"

#include <QString>

namespace Workiva {

// What the service tells about one sheet of a spreadsheet. Names need not be unique: the id identifies, the path is for
// people.
struct SheetInfo
{
    enum class Lock {
        None,
        Locked, // nobody writes
        InputMode, // only cells that are open for input can be written
    };

    QString id;
    QString name;
    QString parentId; // empty at the top
    QString path; // the names from the top down: "Parent / Child"
    int depth = 0; // 0 at the top
    int index = -1; // among its siblings; -1 when not told
    Lock lock = Lock::None;
    bool hasLinkedDataset = false; // a linked dataset locks what it covers, …
    QString tableId; // of the sheet's table, and its revision, which moves with every edit; empty when not told
    QString tableRevision;
    QString linkedRange; // … which is this, in A1 notation; empty when not told

    friend bool operator==(const SheetInfo &, const SheetInfo &) = default;
};

// Complains through the reader; the value is of use only if its check() is good. Parents that stand in the reply go
// into the path.
[[nodiscard]] SheetInfo readSheetInfo(const Net::JsonReader &json);

// The path of a sheet under another.
[[nodiscard]] QString pathBelow(const QString &parentPath, const QString &name);

} // namespace Workiva
