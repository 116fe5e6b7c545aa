#include "core/filelock.h"

#include <QDir>
#include <QFile>

#include <thread>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Core {

namespace {

constexpr std::chrono::milliseconds interval{10};

enum class Taken { Yes, ByAnother, CannotBe };

#ifdef Q_OS_WIN

// On Windows, a file opened without sharing is locked, and the system closes the files of a process that has ended.
Taken takeFile(const QString &path, qintptr &file)
{
    const HANDLE handle =
        CreateFileW(reinterpret_cast<LPCWSTR>(QDir::toNativeSeparators(path).utf16()), GENERIC_READ | GENERIC_WRITE, 0,
                    nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION ? Taken::ByAnother : Taken::CannotBe;
    file = qintptr(handle);
    return Taken::Yes;
}

void closeFile(qintptr file)
{
    CloseHandle(HANDLE(file));
}

#else

Taken takeFile(const QString &path, qintptr &file)
{
    const QByteArray name = QFile::encodeName(path);
    int handle = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (handle < 0 && errno == EACCES) // reading is enough for a lock
        handle = open(name.constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return Taken::CannotBe;
    if (flock(handle, LOCK_EX | LOCK_NB) == 0) {
        file = handle;
        return Taken::Yes;
    }
    const bool isHeld = errno == EWOULDBLOCK;
    close(handle);
    return isHeld ? Taken::ByAnother : Taken::CannotBe;
}

void closeFile(qintptr file)
{
    close(int(file)); // releases the lock
}

#endif

} // namespace

FileLock::~FileLock()
{
    release();
}

Result<void> FileLock::take(const QString &path, std::chrono::milliseconds timeout)
{
    release();
    Taken taken = takeFile(path, m_file);
    for (auto waited = interval; taken == Taken::ByAnother && waited <= timeout; waited += interval) {
        std::this_thread::sleep_for(interval);
        taken = takeFile(path, m_file);
    }
    switch (taken) {
    case Taken::Yes: return {};
    case Taken::ByAnother: return fail(ErrorKind::Busy, path);
    case Taken::CannotBe: return fail(ErrorKind::Disk, path);
    }
    Q_UNREACHABLE();
}

void FileLock::release()
{
    if (m_file == -1)
        return;
    closeFile(m_file);
    m_file = -1;
}

bool FileLock::isTaken(const QString &path)
{
    if (!QFile::exists(path))
        return false;
    FileLock lock;
    return takeFile(path, lock.m_file) == Taken::ByAnother;
}

} // namespace Core
