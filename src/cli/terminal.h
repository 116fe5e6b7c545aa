#pragma once

#include <QString>

namespace Cli {

[[nodiscard]] bool isInteractive(); // a person can be asked: standard input and standard error are a terminal
[[nodiscard]] bool showsProgress(); // standard error is a terminal

void print(const QString &text); // to standard output, with a line break
void printError(const QString &text); // to standard error, with a line break

// One line on standard error that is written over and over; nothing where standard error is no terminal.
class ProgressLine
{
public:
    ProgressLine() = default;
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(const QString &text);
    void clear();

private:
    bool m_shown = false;
};

// Asks on standard error and waits for a line. Anything but y or yes is no.
[[nodiscard]] bool ask(const QString &question);

// Ctrl-C and a polite kill, as a flag to be looked at: install once, then ask. While a question is asked they end the
// program at once.
void catchInterrupts();
[[nodiscard]] bool isInterrupted();

} // namespace Cli
