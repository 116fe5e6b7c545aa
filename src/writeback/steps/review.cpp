#include "writeback/steps/review.h"

#include "writeback/guards.h"

namespace Writeback {

void Review::run()
{
    RunContext &run = context();
    run.findings += guardsBeforeWriting(run);
    if (auto error = refusal(run.findings)) {
        finishWith(tl::unexpected(*std::move(error)));
        return;
    }
    if (!run.request.askBeforeWriting || run.request.dryRun || run.diff.isEmpty()) {
        finishWith({});
        return;
    }
    m_waiting = true;
    Q_EMIT answerNeeded();
}

void Review::answer(bool write)
{
    if (!m_waiting)
        return;
    m_waiting = false;
    finishWith(write ? Core::Result<void>() : Core::fail(Core::ErrorKind::Declined));
}

} // namespace Writeback
