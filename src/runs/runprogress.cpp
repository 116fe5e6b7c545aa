#include "runs/runprogress.h"

#include <algorithm>

namespace Runs {

Writeback::Waiting later(Writeback::Waiting waiting, std::chrono::milliseconds passed)
{
    using std::chrono::milliseconds;
    if (waiting.next.count() > 0)
        waiting.next = std::max(milliseconds(0), waiting.next - passed);
    if (waiting.silence.count() > 0 || waiting.reason == Writeback::Waiting::For::Answer)
        waiting.silence += passed;
    return waiting;
}

} // namespace Runs
