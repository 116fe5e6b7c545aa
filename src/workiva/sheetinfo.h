#pragma once

#include "core/jsonreader.h"

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
        Unknown, // another word than those that are known, lockWord: no proof of a lock, nor that there is none
    };

    QString id;
    QString name;
    QString parentId; // empty at the top
    QString path; // the names from the top down: "Parent / Child"
    int depth = 0; // 0 at the top
    int index = -1; // among its siblings; -1 when not told
    Lock lock = Lock::None;
    QString lockWord; // of an unknown lock, as the service said it
    bool hasLinkedDataset = false; // a linked dataset locks what it covers, …
    QString linkedRange; // … which is this, in A1 notation; empty when not told
    QString tableId; // of the sheet's cells in the content API, see ReadTableCells; empty when not told
    QString tableRevision; // changes with every edit of the sheet; empty when not told

    friend bool operator==(const SheetInfo &, const SheetInfo &) = default;
};

// Complains through the reader, of a missing ID alone; the value is of use only if its check() is good. Parents that
// stand in the reply go into the path. A dataset that tells nothing, {}, is none.
[[nodiscard]] SheetInfo readSheetInfo(const Core::JsonReader &json);

// The path of a sheet under another.
[[nodiscard]] QString pathBelow(const QString &parentPath, const QString &name);

} // namespace Workiva
