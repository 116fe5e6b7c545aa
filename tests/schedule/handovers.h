#pragma once

#include "schedule/handover.h"
#include "support/schedules.h"

namespace Support {

// With what is difficult to quote.
[[nodiscard]] inline Schedule::Handover handover(const Profiles::Automatically &schedule)
{
    return {.program = u"/opt/Close 100%/the \"good\" $one's/workiva-writeback-cli"_s,
            .options = {u"--data-dir"_s, u"/home/jörg/50% \\ 'done' $HOME"_s},
            .profileId = u"0123456789abcdef0123456789abcdef"_s,
            .profileName = u"Trial balance 100% \"Q1\" \\"_s,
            .schedule = schedule};
}

[[nodiscard]] inline Schedule::Handover plainHandover(const Profiles::Automatically &schedule)
{
    return {.program = u"/usr/bin/workiva-writeback-cli"_s,
            .profileId = u"0123456789abcdef0123456789abcdef"_s,
            .profileName = u"Trial balance"_s,
            .schedule = schedule};
}

} // namespace Support
