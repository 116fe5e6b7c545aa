#pragma once

#include <QDateTime>

namespace Writeback {

// The time of a schedule that a run was started for. Runs with the same time are the first one and its retries.
struct Occasion
{
    QDateTime due{}; // UTC; invalid: no schedule started the run
    int attempt = 0; // 0: the first run for that time

    friend bool operator==(const Occasion &, const Occasion &) = default;
};

} // namespace Writeback
