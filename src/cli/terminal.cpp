#include "cli/terminal.h"

#include "core/printable.h"
#include "core/secret.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <span>
#include <string>
#include <system_error>

#ifdef Q_OS_WIN
#include <iostream>
#include <qt_windows.h>
#include <thread>
#else
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

std::atomic<bool> interrupted = false; // set by a signal handler (POSIX), or on a thread of the system (Windows)
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr std::chrono::milliseconds lookInterval{100};

QString nameOf(FILE *stream)
{
    return stream == stdout ? u"standard output"_s : u"standard error"_s;
}

Core::Result<void> putBytes(FILE *stream, const QByteArray &bytes)
{
    errno = 0;
    const size_t written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    if (std::fflush(stream) == 0 && written == size_t(bytes.size()))
        return {};
    return Core::fail(Core::ErrorKind::Disk, nameOf(stream),
                      QString::fromLocal8Bit(std::generic_category().message(errno)));
}

#ifdef Q_OS_WIN

HANDLE handleOf(FILE *stream)
{
    return GetStdHandle(stream == stdin ? STD_INPUT_HANDLE : stream == stdout ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

// By its handle: the C library counts the null device as a terminal.
bool isTerminal(FILE *stream)
{
    DWORD mode = 0;
    return GetConsoleMode(handleOf(stream), &mode) != 0;
}

// A console gets UTF-16, whatever its code page; anything else gets UTF-8.
Core::Result<void> put(FILE *stream, const QString &text)
{
    if (!isTerminal(stream))
        return putBytes(stream, text.toUtf8());
    constexpr qsizetype maxAtOnce = 8'192;
    for (qsizetype from = 0; from < text.size();) {
        const QString piece = text.sliced(from, std::min(maxAtOnce, text.size() - from));
        DWORD written = 0;
        if (!WriteConsoleW(handleOf(stream), piece.utf16(), DWORD(piece.size()), &written, nullptr) || written == 0)
            return Core::fail(Core::ErrorKind::Disk, nameOf(stream), qt_error_string(int(GetLastError())));
        from += written;
    }
    return {};
}

// Ctrl-C ends the read, and another thread sets the flag, possibly a moment later.
Answer readAnswer(std::string &line)
{
    if (!std::getline(std::cin, line))
        std::this_thread::sleep_for(lookInterval);
    return interrupted ? Answer::Interrupted : Answer::No;
}

// While it exists, a console does not show what is typed.
class Unseen
{
public:
    Unseen()
    {
        if (GetConsoleMode(handleOf(stdin), &m_mode))
            SetConsoleMode(handleOf(stdin), m_mode & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~Unseen()
    {
        if (isTerminal(stdin))
            SetConsoleMode(handleOf(stdin), m_mode);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    DWORD m_mode = 0;
};

// When this returns, the system ends the program, except for the two keys; otherwise after some seconds: time for the
// run to end.
BOOL WINAPI onControl(DWORD event)
{
    interrupted = true;
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
        Sleep(INFINITE);
    return TRUE;
}

#else

bool isTerminal(FILE *stream)
{
    return isatty(fileno(stream)) != 0;
}

Core::Result<void> put(FILE *stream, const QString &text)
{
    return putBytes(stream, text.toLocal8Bit());
}

// A blocking read would not notice the flag set by a signal.
Answer readAnswer(std::string &line)
{
    for (;;) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, int(lookInterval.count()));
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

// While it exists, a terminal does not show what is typed.
class Unseen
{
public:
    Unseen()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        m_isTerminal = true;
        termios unseen = m_before;
        unseen.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &unseen);
    }
    ~Unseen()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    termios m_before{};
    bool m_isTerminal = false;
};

#endif

void wipe(std::string &line)
{
    Core::wipe(std::as_writable_bytes(std::span(line)));
}

Core::Result<void> putLines(FILE *stream, const QString &text)
{
    return put(stream, Core::printableLines(text) + u'\n');
}

} // namespace

#ifdef Q_OS_WIN

void holdStandardStreams()
{
    // Closed streams are no problem here, and there is no signal for a vanished reader. A console only supports the
    // progress line when told to.
    DWORD mode = 0;
    if (GetConsoleMode(handleOf(stderr), &mode))
        SetConsoleMode(handleOf(stderr), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

void catchInterrupts()
{
    SetConsoleCtrlHandler(onControl, TRUE);
}

#else

void holdStandardStreams()
{
    std::signal(SIGPIPE, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) >= 0 || errno != EBADF)
            continue;
        // Opened in the wrong direction, so that using it fails as it would have.
        const int held = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (held >= 0 && held != stream) {
            dup2(held, stream);
            close(held);
        }
    }
}

void catchInterrupts()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        struct sigaction caught = {};
        caught.sa_handler = [](int) { interrupted = true; };
        sigaction(signal, &caught, nullptr);
    }
}

#endif

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
    put(stderr, u"\r\033[K"_s + Core::printable(text)); // redraws a line that was lost
    m_shown = true;
}

void ProgressLine::clear()
{
    if (m_shown)
        put(stderr, u"\r\033[K"_s);
    m_shown = false;
}

Answer prompt(const QString &question)
{
    if (!put(stderr, Core::printable(question) + u" [y/N] "_s))
        return Answer::No;
    std::string line;
    const Answer ended = readAnswer(line);
    if (ended == Answer::Interrupted) {
        put(stderr, u"\n"_s);
        return ended;
    }
    const QString answer = QString::fromLocal8Bit(line.c_str()).trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1 ? Answer::Yes : Answer::No;
}

Answer promptSecret(const QString &label, QString &secret)
{
    const bool isAsked = isInteractive();
    if (isAsked && !put(stderr, Core::printable(label) + u": "_s))
        return Answer::No;
    std::string line;
    Answer ended = Answer::No;
    {
        const Unseen unseen;
        ended = readAnswer(line);
    }
    if (isAsked)
        put(stderr, u"\n"_s); // the one that was typed is not shown either
    if (ended == Answer::Interrupted)
        return ended;
    secret = QString::fromLocal8Bit(line.c_str());
    wipe(line);
    return secret.isEmpty() ? Answer::No : Answer::Yes;
}

bool isInterrupted()
{
    return interrupted;
}

} // namespace Cli
