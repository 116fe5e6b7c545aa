#pragma once

#include "core/result.h"

#include <QUrl>

#include <memory>

class QLockFile;

namespace Writeback {

// Keeps other runs on this machine off a sheet while it lives: a lock file in the system's directory for temporary
// files, which a run that crashed does not leave behind as taken.
class SheetLock
{
public:
    SheetLock();
    ~SheetLock();
    Q_DISABLE_COPY_MOVE(SheetLock)

    // Busy when another run has it; Disk when the file cannot be written.
    [[nodiscard]] Core::Result<void> take(const QUrl &workiva, const QString &spreadsheetId, const QString &sheetId);
    void release();

private:
    std::unique_ptr<QLockFile> m_file;
};

} // namespace Writeback
