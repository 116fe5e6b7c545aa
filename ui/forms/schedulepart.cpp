#include "ui/forms/schedulepart.h"

#include "profiles/schedule.h"

namespace Ui {

SchedulePart partOf(const Core::Error &error)
{
    using Reason = Profiles::ScheduleFault::Reason;
    const auto *fault = error.cause.as<Profiles::ScheduleFault>();
    if (!fault) // this computer does not have it
        return SchedulePart::TimeZone;
    switch (fault->reason) {
    case Reason::NoStart: return SchedulePart::Start;
    case Reason::TimeZone: return SchedulePart::TimeZone;
    case Reason::NoTime:
    case Reason::Time:
    case Reason::TooManyTimes:
    case Reason::TooOften:
    case Reason::EmptyHours: return SchedulePart::Times;
    default: return SchedulePart::Days;
    }
}

} // namespace Ui
