#include "writeback/steps/review.h"

#include "writeback/guards.h"

#include <algorithm>

namespace Writeback {

void Review::run()
{
    RunContext &run = context();
    run.findings += guardsBeforeWriting(run);
    if (auto error = refusal(run.findings)) {
        finishWith(tl::unexpected(*std::move(error)));
        return;
    }
    if (!hasToAsk()) {
        finishWith({});
        return;
    }
    m_waiting = true;
    Q_EMIT answerNeeded();
}

bool Review::hasToAsk() const
{
    const RunContext &run = context();
    if (run.request.dryRun || run.diff.isEmpty())
        return false;
    switch (run.request.ask) {
    case Ask::Never: return false;
    case Ask::BeforeFormulasGo:
        return std::ranges::find(run.findings, Finding::Kind::FormulasOverwritten, &Finding::kind)
            != run.findings.end();
    case Ask::Always: return true;
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
