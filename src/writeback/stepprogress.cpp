#include "writeback/stepprogress.h"

namespace Writeback {

namespace {

constexpr double settling = 0.5; // seconds: before that a rate is not meaningful
constexpr double unanswered = 3; // seconds: after that a rate is outdated

} // namespace

std::optional<double> StepProgress::perSecond(bool waits) const
{
    const bool moves = hasEnded() || (!waits && quiet < unanswered);
    if (!moves || done <= 0 || elapsed < settling)
        return {};
    return double(done) / elapsed;
}

std::optional<double> StepProgress::secondsLeft(bool waits) const
{
    const std::optional<double> rate = perSecond(waits);
    if (hasEnded() || !rate || total <= done)
        return {};
    return double(total - done) / *rate;
}

} // namespace Writeback
