#pragma once

#include "core/result.h"

#include <QString>

namespace Cli {

// Before anything else: no file or connection that is opened later takes the place of a standard stream that the
// caller has closed, and a reader that goes away does not end the program but is a write that fails.
void holdStandardStreams();

[[nodiscard]] bool isInteractive(); // a person can be asked: standard input and standard error are a terminal
[[nodiscard]] bool showsProgress(); // standard error is a terminal

// To standard output and to standard error, with a line break. What could steer a terminal is named instead, see
// Core::printableLines(). Disk when not all of it could be written.
[[nodiscard]] Core::Result<void> print(const QString &text);
Core::Result<void> printError(const QString &text);

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

enum class Answer {
    Yes,
    No, // anything else, and where nothing could be asked
    Interrupted,
};

// Asks on standard error and waits for a line, or for an interrupt.
[[nodiscard]] Answer prompt(const QString &question);

// Ctrl-C, a polite kill and a terminal that goes away, as a flag to be looked at: install once, then ask. What the
// caller had ignored stays ignored (nohup).
void catchInterrupts();
[[nodiscard]] bool isInterrupted();

} // namespace Cli
