#pragma once

#include "core/filelock.h"
#include "writeback/sheetplace.h"

#include <QString>

namespace Writeback {

// Keeps other runs off a sheet while it is held: a file lock in `folder`, which goes with its process (see
// Core::FileLock). Addresses of this machine are one and the same. Any thread.
class SheetLock
{
public:
    // Busy when another run has it, Disk when the file cannot be used; the subject is the file's path.
    [[nodiscard]] Core::Result<void> take(const QString &folder, const SheetPlace &sheet);
    void release() { m_file.release(); }

    // Whether a run holds it now, this program's own included.
    [[nodiscard]] static bool isTaken(const QString &folder, const SheetPlace &sheet);

private:
    Core::FileLock m_file;
};

} // namespace Writeback
