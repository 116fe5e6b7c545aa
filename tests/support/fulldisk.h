#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <csignal>

#include <sys/resource.h>

namespace Support {

// A full disk, for this process and during the lifetime of this object: no file grows beyond `bytes`. Unlike a folder's
// permissions, it also applies to root.
class FullDisk final
{
public:
    explicit FullDisk(qint64 bytes = 0)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // writes fail instead of ending the program
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit full = {rlim_t(bytes), m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }

    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_handler);
    }

    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_limit = {};
    void (*m_handler)(int) = nullptr;
};

} // namespace Support

#endif
