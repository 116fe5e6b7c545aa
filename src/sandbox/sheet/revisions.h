#pragma once

#include "sandbox/sheet/storedspreadsheet.h"

#include <deque>

namespace Sandbox {

// The last revisions of a spreadsheet, including the current one: 20 of them, or fewer if the changed cells take too
// much memory, but at least two. Copies share unchanged data. One thread.
class Revisions
{
public:
    void keep(const StoredSpreadsheet &now); // must be called for every change

    // A spreadsheet, or one of its tables, at a revision; nullptr if it is no longer kept or does not exist yet. A
    // table that has not changed since is found however old the revision is.
    [[nodiscard]] const StoredSpreadsheet *find(qint64 revision) const;
    [[nodiscard]] const Worksheet *findTable(const QString &tableId, qint64 revision) const;

private:
    [[nodiscard]] qint64 bytes() const; // approximate

    std::deque<std::unique_ptr<const StoredSpreadsheet>> m_kept; // the oldest first
};

} // namespace Sandbox
