#include "support/pty.h"

#include <QProcess>

#include <array>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

namespace Support {

Pty::Pty()
{
    if (openpty(&m_ours, &m_theirs, nullptr, nullptr, nullptr) != 0)
        qFatal("no terminal to be had");
    fcntl(m_ours, F_SETFL, O_NONBLOCK);
    for (const int end : {m_ours, m_theirs})
        fcntl(end, F_SETFD, FD_CLOEXEC);
}

Pty::~Pty()
{
    close(m_ours);
    close(m_theirs);
}

void Pty::attach(QProcess &process, bool input, bool error) const
{
    process.setChildProcessModifier([this, input, error] {
        if (input)
            dup2(m_theirs, STDIN_FILENO);
        if (error)
            dup2(m_theirs, STDERR_FILENO);
    });
}

void Pty::type(const QByteArray &text) const
{
    if (write(m_ours, text.constData(), size_t(text.size())) != text.size())
        qWarning("the terminal takes nothing");
}

QByteArray Pty::shown()
{
    std::array<char, 4096> some{};
    for (ssize_t got = read(m_ours, some.data(), some.size()); got > 0; got = read(m_ours, some.data(), some.size()))
        m_shown.append(some.data(), got);
    return m_shown;
}

} // namespace Support
