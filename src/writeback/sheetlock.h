#pragma once

#include "core/filelock.h"
#include "writeback/sheetplace.h"

#include <QString>

namespace Writeback {

// Keeps other runs off a sheet while it is held: a file lock in `folder` that ends with its process (see
// Core::FileLock). All names of this computer count as one host. Any thread.
class SheetLock
{
public:
    // Busy if another run holds it, Disk if the file cannot be used; the subject is the file's path.
    [[nodiscard]] Core::Result<void> take(const QString &folder, const SheetPlace &sheet);
    void release() { m_file.release(); }

    // Whether a run, in this program or another, holds it now.
    [[nodiscard]] static bool isTaken(const QString &folder, const SheetPlace &sheet);

private:
    Core::FileLock m_file;
};

} // namespace Writeback
