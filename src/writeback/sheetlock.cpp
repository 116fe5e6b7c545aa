#include "writeback/sheetlock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>

namespace Writeback {

SheetLock::SheetLock() = default;

SheetLock::~SheetLock() = default;

Core::Result<void> SheetLock::take(const QUrl &workiva, const QString &spreadsheetId, const QString &sheetId)
{
    const QString sheet = workiva.authority() + u'/' + spreadsheetId + u'/' + sheetId;
    const QByteArray id = QCryptographicHash::hash(sheet.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    const QString path =
        QDir::temp().filePath(QStringLiteral("workiva-writeback-%1.lock").arg(QString::fromLatin1(id)));
    m_file = std::make_unique<QLockFile>(path);
    m_file->setStaleLockTime(0); // a long run is not stale; one whose process is gone is
    if (m_file->tryLock())
        return {};
    const bool taken = m_file->error() == QLockFile::LockFailedError;
    m_file.reset();
    return taken ? Core::fail(Core::ErrorKind::Busy, sheetId) : Core::fail(Core::ErrorKind::Disk, path);
}

void SheetLock::release()
{
    m_file.reset();
}

} // namespace Writeback
