#include "cli/terminal.h"

#include "core/printable.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#include <iostream>
#else
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

Core::Result<void> put(FILE *stream, const QByteArray &bytes)
{
    errno = 0;
    const size_t written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    if (std::fflush(stream) == 0 && written == size_t(bytes.size()))
        return {};
    return Core::fail(Core::ErrorKind::Disk, stream == stdout ? u"standard output"_s : u"standard error"_s,
                      qt_error_string(errno));
}

Core::Result<void> putLines(FILE *stream, const QString &text)
{
    return put(stream, (Core::printableLines(text) + u'\n').toLocal8Bit());
}

#ifdef Q_OS_WIN

Answer readAnswer(std::string &line)
{
    std::getline(std::cin, line);
    return interrupted ? Answer::Interrupted : Answer::No;
}

#else

constexpr int lookInterval = 100; // milliseconds

// A read that waits would not see the flag of a signal.
Answer readAnswer(std::string &line)
{
    for (;;) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, lookInterval);
        if (interrupted)
            return Answer::Interrupted;
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        char c = 0;
        const ssize_t got = ready < 0 ? 0 : read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || c == '\n')
            return Answer::No;
        line += c;
    }
}

#endif

} // namespace

void holdStandardStreams()
{
#ifndef Q_OS_WIN
    std::signal(SIGPIPE, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) >= 0 || errno != EBADF)
            continue;
        // The wrong way round, so that its use fails as it would have.
        const int held = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (held >= 0 && held != stream) {
            dup2(held, stream);
            close(held);
        }
    }
#endif
}

bool isInteractive()
{
    return isTerminal(stdin) && isTerminal(stderr);
}

bool showsProgress()
{
    return isTerminal(stderr);
}

Core::Result<void> print(const QString &text)
{
    return putLines(stdout, text);
}

Core::Result<void> printError(const QString &text)
{
    return putLines(stderr, text);
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const QString &text)
{
    if (!showsProgress())
        return;
    put(stderr, "\r\033[K" + Core::printable(text).toLocal8Bit()); // a line that is lost is written anew
    m_shown = true;
}

void ProgressLine::clear()
{
    if (m_shown)
        put(stderr, "\r\033[K");
    m_shown = false;
}

Answer ask(const QString &question)
{
    if (!put(stderr, (Core::printable(question) + u" [y/N] "_s).toLocal8Bit()))
        return Answer::No;
    std::string line;
    const Answer ended = readAnswer(line);
    if (ended == Answer::Interrupted) {
        put(stderr, "\n");
        return ended;
    }
    const QString answer = QString::fromLocal8Bit(line.c_str()).trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1 ? Answer::Yes : Answer::No;
}

void catchInterrupts()
{
#ifdef Q_OS_WIN
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, [](int) { interrupted = 1; });
#else
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        struct sigaction caught = {};
        caught.sa_handler = [](int) { interrupted = 1; };
        sigaction(signal, &caught, nullptr);
    }
#endif
}

bool isInterrupted()
{
    return interrupted != 0;
}

} // namespace Cli
