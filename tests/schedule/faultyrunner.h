#pragma once

#include "schedule/commandrunner.h"
#include "schedule/schedulerfault.h"

namespace Support {

using namespace Qt::StringLiterals;

// Gives commands to the stand-in of a scheduler, and lets one of them fail.
class FaultyRunner
{
public:
    enum class Fault {
        Refused, // and did nothing
        NoAnswer, // though it did what was requested
    };

    using Answer = std::function<Schedule::CommandResult(const Schedule::Command &)>;

    explicit FaultyRunner(Answer answer) : m_answer(std::move(answer)) { }

    // The command with this number, from 0, fails; those after it, too, if `lasting`.
    void failAt(int number, Fault fault, bool lasting = false)
    {
        m_failing = number;
        m_fault = fault;
        m_isLasting = lasting;
        m_count = 0;
    }

    [[nodiscard]] int count() const { return m_count; } // of commands since the last failAt()

    [[nodiscard]] Schedule::CommandRunner runner()
    {
        return [this](const Schedule::Command &command) { return run(command); };
    }

private:
    Core::Result<Schedule::CommandResult> run(const Schedule::Command &command)
    {
        const int number = m_count++;
        const bool fails = m_failing >= 0 && (number == m_failing || (m_isLasting && number > m_failing));
        if (fails && m_fault == Fault::Refused)
            return Schedule::CommandResult{1, {}, "refused"};
        const Schedule::CommandResult result = m_answer(command);
        if (fails)
            return Core::fail(Core::ErrorKind::Scheduler, command.program, {},
                              Schedule::SchedulerFault{Schedule::SchedulerFault::Reason::NoAnswer});
        return result;
    }

    Answer m_answer;
    int m_failing = -1;
    Fault m_fault = Fault::Refused;
    bool m_isLasting = false;
    int m_count = 0;
};

} // namespace Support
