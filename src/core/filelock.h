#pragma once

#include "core/result.h"

#include <chrono>

namespace Core {

// A lock of the operating system's on a file: it goes with its process, whatever ends that, and no number of a process
// can fake it. The file itself stays, empty: whether it is there means nothing. Two locks of one program keep each
// other out as those of two programs do. Any thread.
class FileLock
{
public:
    // Long enough for one that only looks, see isTaken().
    static constexpr std::chrono::milliseconds glance{30};

    FileLock() = default;
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    // Makes the file, for its owner alone; the folder is there. Waits for another holder as long as `timeout`, then
    // Busy; Disk when the file cannot be used. The subject is the path.
    [[nodiscard]] Result<void> take(const QString &path, std::chrono::milliseconds timeout = glance);
    void release();

    // Whether somebody holds it now, this program included.
    [[nodiscard]] static bool isTaken(const QString &path);

private:
    qintptr m_file = -1; // the system's handle of the open file
};

} // namespace Core
