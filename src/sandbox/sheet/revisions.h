#pragma once

#include "sandbox/sheet/storedspreadsheet.h"

#include <deque>

namespace Sandbox {

// What a spreadsheet held at its last revisions, the current one included: 20 of them, fewer where the cells that
// changed since take too much memory, at least two. Copies share what did not change. One thread.
class Revisions
{
public:
    void keep(const StoredSpreadsheet &now); // to be told of every change

    // What the spreadsheet was, and what one of its tables was, at a revision; nullptr for what is no longer kept or is
    // yet to come. A table that has not changed since is found however long ago that was.
    [[nodiscard]] const StoredSpreadsheet *find(qint64 revision) const;
    [[nodiscard]] const Worksheet *findTable(const QString &tableId, qint64 revision) const;

private:
    [[nodiscard]] qint64 bytes() const; // about

    std::deque<std::unique_ptr<const StoredSpreadsheet>> m_kept; // the oldest first
};

} // namespace Sandbox
