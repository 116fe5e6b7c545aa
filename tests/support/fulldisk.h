#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <csignal>

#include <sys/resource.h>

namespace Support {

// A disk that is full, for this process and while it lives: no file grows beyond `bytes`. Holds for root too, unlike a
// folder's permissions.
class FullDisk final
{
public:
    explicit FullDisk(qint64 bytes = 0)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // a write fails, and does not end the program
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
