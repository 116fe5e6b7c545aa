#pragma once

#include "core/jsonreader.h"

#include <QString>

namespace Workiva {

// The metadata of one sheet. Names need not be unique: the ID identifies a sheet, the path is for display.
struct SheetInfo
{
    enum class Lock {
        None,
        Locked, // not writable
        InputMode, // only its input cells are writable
        Unknown, // lockWord is none of the known words: there may or may not be a lock
    };

    QString id;
    QString name;
    QString parentId; // empty for a top-level sheet
    QString path; // the names from the top down: "Parent / Child"
    int depth = 0; // 0 for a top-level sheet
    int index = -1; // among its siblings; -1 if not reported
    Lock lock = Lock::None;
    QString lockWord; // of an unknown lock, as reported
    bool hasLinkedDataset = false; // a linked dataset locks the cells it covers, …
    QString linkedRange; // … this range, in A1 notation; empty if not reported
    QString tableId; // of the sheet's cells in the content API, see ReadTableCells; empty if not reported
    QString tableRevision; // changes with every edit of the sheet; empty if not reported

    friend bool operator==(const SheetInfo &, const SheetInfo &) = default;
};

// Reports only a missing ID as an error, through the reader; the value is valid only if the reader's check() succeeds.
// Parents included in the reply become part of the path. An empty dataset, {}, counts as none.
[[nodiscard]] SheetInfo readSheetInfo(const Core::JsonReader &json);

// The path of a sheet below another.
[[nodiscard]] QString pathBelow(const QString &parentPath, const QString &name);

} // namespace Workiva
