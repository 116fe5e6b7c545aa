#pragma once

#include <QStringList>

namespace Schedule {

// Why a scheduler of the operating system did not do what was requested: the cause of a Scheduler error.
struct SchedulerFault
{
    enum class Reason {
        NoProgram, // the subject, which is the scheduler's, cannot be started
        NoAnswer, // the subject, a program, did not end in time, or crashed
        Refused, // the subject, a command line, ended with an error, which is the detail
        NotOurs, // the subject, a file or a task, has the name of ours, but is none
        NotKept, // the scheduler accepted it, but does not have it as it was handed over; the subject is its name
        NoScheduler, // none that this program can use was found
    };
    static constexpr Reason lastReason = Reason::NoScheduler;

    Reason reason = Reason::NoProgram;
    // What may be otherwise than before all the same: files, and names of the scheduler. Empty: everything is as
    // before.
    QStringList left{};

    friend bool operator==(const SchedulerFault &, const SchedulerFault &) = default;
};

} // namespace Schedule
