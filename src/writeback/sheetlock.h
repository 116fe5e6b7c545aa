#pragma once

#include "core/result.h"
#include "writeback/sheetplace.h"

#include <QString>

namespace Writeback {

// Keeps other runs off a sheet while it is held: a lock of the operating system's on a file in `folder`, which goes
// with its process, whatever ends that, and which no number of a process can fake. The file itself stays, empty:
// whether it is there means nothing. Addresses of this machine are one and the same. Any thread.
class SheetLock
{
public:
    SheetLock() = default;
    ~SheetLock();
    Q_DISABLE_COPY_MOVE(SheetLock)

    // Busy when another run has it, Disk when the file cannot be used; the subject is the file's path.
    [[nodiscard]] Core::Result<void> take(const QString &folder, const SheetPlace &sheet);
    void release();

    // Whether a run holds it now, this program's own included.
    [[nodiscard]] static bool isTaken(const QString &folder, const SheetPlace &sheet);

private:
    qintptr m_file = -1; // the system's handle of the open file
};

} // namespace Writeback
