#include "cli/terminal.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

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

void put(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

bool isInteractive()
{
    return isTerminal(stdin) && isTerminal(stderr);
}

bool showsProgress()
{
    return isTerminal(stderr);
}

void print(const QString &text)
{
    put(stdout, text + u'\n');
}

void printError(const QString &text)
{
    put(stderr, text + u'\n');
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const QString &text)
{
    if (!showsProgress())
        return;
    put(stderr, QStringLiteral("\r\033[K") + text);
    m_shown = true;
}

void ProgressLine::clear()
{
    if (m_shown)
        put(stderr, QStringLiteral("\r\033[K"));
    m_shown = false;
}

bool ask(const QString &question)
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    put(stderr, question + QStringLiteral(" [y/N] "));
    std::string line;
    std::getline(std::cin, line);
    catchInterrupts();
    const QString answer = QString::fromLocal8Bit(line.c_str()).trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes");
}

void catchInterrupts()
{
    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
}

bool isInterrupted()
{
    return interrupted != 0;
}

} // namespace Cli
