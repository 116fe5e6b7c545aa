#pragma once

#include "sandbox/sheet/worksheet.h"

#include <chrono>
#include <deque>
#include <memory>

namespace Core {
class Clock;
}

namespace Sandbox {

// The sheets as lagging reads see them: each change stays invisible for a while. Keeps a copy of a sheet for each
// recent change, and nothing without a lag. One thread.
class PastSheets
{
public:
    PastSheets(std::chrono::milliseconds lag, const Core::Clock &clock) : m_lag(lag), m_clock(clock) { }

    void keep(const Worksheet &sheet); // before it changes
    [[nodiscard]] const Worksheet &seen(const Worksheet &sheet); // valid until the next call of either

private:
    struct Past
    {
        std::chrono::milliseconds until;
        std::shared_ptr<const Worksheet> sheet;
    };

    const std::chrono::milliseconds m_lag;
    const Core::Clock &m_clock;
    std::map<QString, std::deque<Past>> m_pasts; // by sheet ID, the oldest first
};

} // namespace Sandbox
