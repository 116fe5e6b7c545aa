#include "review/exportfile.h"

#include <QSaveFile>

namespace Review {

namespace {

Core::Failure failure(const QSaveFile &file)
{
    return Core::fail(Core::ErrorKind::Disk, file.fileName(), file.errorString());
}

} // namespace

Core::Result<void> openExport(QSaveFile &file)
{
    if (!file.open(QIODevice::WriteOnly))
        return failure(file);
    return {};
}

Core::Result<void> commitExport(QSaveFile &file)
{
    // Flushed explicitly: commit() of Qt 6.4 flushes too, but replaces the file even if that failed.
    if (!file.flush() || !file.commit())
        return failure(file);
    return {};
}

} // namespace Review
