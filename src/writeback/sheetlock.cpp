#include "writeback/sheetlock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

QString pathIn(const QString &folder, const SheetPlace &sheet)
{
    return QDir(folder).filePath(u"sheet-%1.lock"_s.arg(QString::fromLatin1(keyOf(sheet).left(32))));
}

} // namespace

Core::Result<void> SheetLock::take(const QString &folder, const SheetPlace &sheet)
{
    return m_file.take(pathIn(folder, sheet));
}

bool SheetLock::isTaken(const QString &folder, const SheetPlace &sheet)
{
    return Core::FileLock::isTaken(pathIn(folder, sheet));
}

} // namespace Writeback
