#pragma once

#include "core/result.h"

#include <chrono>

namespace Core {

// An operating-system lock on a file: it is released when the process ends, however it ends, and does not depend on
// process IDs. The empty file stays; its existence means nothing. Two locks in one program exclude each other like
// those of two programs. Any thread.
class FileLock
{
public:
    // Long enough to wait for isTaken(), which holds the lock briefly.
    static constexpr std::chrono::milliseconds glance{30};

    FileLock() = default;
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    // Creates the file, accessible only to its owner, in an existing folder. Waits up to `timeout` for another holder,
    // then Busy; Disk if the file cannot be used. The subject is the path.
    [[nodiscard]] Result<void> take(const QString &path, std::chrono::milliseconds timeout = glance);
    void release();

    // Whether the lock is held now, by this program or another.
    [[nodiscard]] static bool isTaken(const QString &path);

private:
    qintptr m_file = -1; // the system's handle of the open file
};

} // namespace Core
