#include "schedule/keptfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Schedule {

KeptFile::KeptFile(QString path, std::optional<QByteArray> before)
    : m_path(std::move(path)), m_before(std::move(before))
{
}

Core::Result<KeptFile> KeptFile::at(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return KeptFile(path, {});
    QFile file(path);
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (file.error() != QFile::NoError)
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    return KeptFile(path, content);
}

Core::Result<void> KeptFile::write(const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return Core::fail(Core::ErrorKind::Disk, m_path, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(content);
    // Flushed explicitly: commit() of Qt 6.4 flushes too, but replaces the file even if that failed.
    if (!file.flush() || !file.commit())
        return Core::fail(Core::ErrorKind::Disk, m_path, file.errorString());
    return {};
}

Core::Result<void> KeptFile::remove() const
{
    QFile file(m_path);
    if (file.exists() && !file.remove())
        return Core::fail(Core::ErrorKind::Disk, m_path, file.errorString());
    return {};
}

Core::Result<void> KeptFile::putBack() const
{
    return m_before ? write(*m_before) : remove();
}

} // namespace Schedule
