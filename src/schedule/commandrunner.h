#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace Schedule {

// A program of the operating system, and what it is given.
struct Command
{
    QString program; // its path, or its name on the path
    QStringList arguments{};
    QByteArray input{}; // of its standard input, which then ends
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
    std::stop_token stop{}; // ends it as if that time were over

    friend bool operator==(const Command &, const Command &) = default;
};

struct CommandResult
{
    int code = 0; // its exit code
    QByteArray output{};
    QByteArray errors{};

    friend bool operator==(const CommandResult &, const CommandResult &) = default;
};

// Runs a command to its end, and blocks its thread meanwhile. Whatever the exit code, it is a result. Scheduler, with
// the program as subject and a SchedulerFault as cause, if there is no such program, or it does not end by itself.
using CommandRunner = std::function<Core::Result<CommandResult>(const Command &)>;

} // namespace Schedule
