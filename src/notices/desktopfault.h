#pragma once

#include <array>
#include <utility>

namespace Notices {

// The cause of an error on the way to the desktop: how far a notification came.
struct DesktopFault
{
    enum class Step {
        System, // this program shows none on this operating system
        Bus, // the session bus
        Service, // the program that shows notifications
    };

    Step step = Step::Bus;

    friend bool operator==(const DesktopFault &, const DesktopFault &) = default;
};

// The stable names in files and JSON, none of which is that of a MailStep.
using DesktopStep = std::pair<DesktopFault::Step, const char *>;
inline constexpr std::array desktopSteps{
    DesktopStep(DesktopFault::Step::System, "system"),
    DesktopStep(DesktopFault::Step::Bus, "bus"),
    DesktopStep(DesktopFault::Step::Service, "service"),
};

} // namespace Notices
