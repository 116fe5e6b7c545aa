#include "writeback/steps/review.h"

#include "writeback/guards.h"

#include <algorithm>

namespace Writeback {

void Review::run()
{
    RunContext &run = context();
    run.checks[name()] = guardsBeforeWriting(run);
    if (auto error = refusal(run.allFindings())) {
        finishWith(Core::fail(*std::move(error)));
        return;
    }
    if (!hasToPrompt()) {
        finishWith({});
        return;
    }
    m_waiting = true;
    Q_EMIT answerNeeded();
}

bool Review::hasToPrompt() const
{
    const RunContext &run = context();
    // The sheet was read again and still holds what was shown.
    const bool hasAgreed = run.rechecks > 0 && !run.existingChanged;
    if (run.request.dryRun || run.diff.isEmpty() || hasAgreed)
        return false;
    switch (run.request.prompt) {
    case Prompt::Never: return false;
    case Prompt::BeforeLoss: return std::ranges::any_of(run.allFindings(), needsDecision);
    case Prompt::Always: return true;
    }
    Q_UNREACHABLE();
}

void Review::answer(bool write)
{
    if (!m_waiting)
        return;
    m_waiting = false;
    finishWith(write ? Core::Result<void>() : Core::fail(Core::ErrorKind::Declined));
}

} // namespace Writeback
