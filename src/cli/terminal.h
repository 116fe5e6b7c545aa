#pragma once

#include "core/result.h"

#include <QString>

namespace Cli {

// Call first. Prevents files opened later from taking the place of a closed standard stream, and makes a vanished
// reader a failed write instead of a signal that ends the program.
void holdStandardStreams();

[[nodiscard]] bool isInteractive(); // a person can be asked: standard input and standard error are terminals
[[nodiscard]] bool showsProgress(); // standard error is a terminal

// To standard output and standard error, with a line break. Control characters are replaced by names, see
// Core::printableLines(). Disk if not everything could be written.
[[nodiscard]] Core::Result<void> print(const QString &text);
Core::Result<void> printError(const QString &text);

// One line on standard error that is redrawn; nothing if standard error is not a terminal.
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

enum class Answer {
    Yes,
    No, // anything else, or the user could not be asked
    Interrupted,
};

// Prompts on standard error and waits for a line or an interrupt.
[[nodiscard]] Answer prompt(const QString &question);

// Prompts for a secret and waits for a line, which a terminal does not show; without a terminal the line is read
// without a prompt. No: nothing was entered.
[[nodiscard]] Answer promptSecret(const QString &label, QString &secret);

// Turns Ctrl-C, SIGTERM and SIGHUP into a flag to poll: call once. Signals that the caller ignores (nohup) stay
// ignored.
void catchInterrupts();
[[nodiscard]] bool isInterrupted();

} // namespace Cli
