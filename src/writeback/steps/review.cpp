#include "writeback/steps/review.h"

#include "writeback/guardreadings.h"
#include "writeback/guards.h"

#include <algorithm>

namespace Writeback {

Review::Review(RunContext &context, QObject *parent) : Step(StepName::Review, context, parent) { }

Review::~Review() = default;

void Review::run()
{
    if (context().fit.kind == Sheet::Fit::Kind::Overflows) { // is refused anyway
        context().facts = {};
        judge();
        return;
    }
    m_readings = std::make_unique<GuardReadings>(context());
    connect(m_readings.get(), &Net::Job::finished, this, &Review::judge);
    m_readings->start();
}

void Review::abort()
{
    m_readings.reset();
}

void Review::judge()
{
    RunContext &run = context();
    run.checks[name()] = guardsBeforeWriting(run);
    if (auto error = refusal(run.allFindings())) {
        finishWith(Core::fail(*std::move(error)));
        return;
    }
    if (!hasToPrompt()) {
        pass();
        return;
    }
    m_waiting = true;
    Q_EMIT answerNeeded();
}

bool Review::hasToPrompt() const
{
    const RunContext &run = context();
    // The sheet was read again and still holds what was shown, or only less is written.
    const bool hasAgreed = run.isReviewed && !run.existingChanged;
    if (run.request.dryRun || run.diff.isEmpty() || hasAgreed)
        return false;
    switch (run.request.prompt) {
    case Prompt::Never: return false;
    case Prompt::BeforeLoss: return std::ranges::any_of(run.allFindings(), needsDecision);
    case Prompt::Always: return true;
    }
    Q_UNREACHABLE();
}

void Review::pass()
{
    context().isReviewed = true;
    context().existingChanged = false;
    finishWith({});
}

void Review::answer(const Decision &answer)
{
    if (!m_waiting)
        return;
    m_waiting = false;
    if (!answer.writes) {
        finishWith(Core::fail(Core::ErrorKind::Declined));
        return;
    }
    for (const Sheet::Acceptance &acceptance : answer.accept)
        context().request.guards.accept(acceptance);
    for (auto &[step, records] : context().checks)
        ruleAgain(records, answer.accept, context().today);
    if (!answer.keep.empty()) {
        std::vector<Sheet::Span> &kept = context().keptEdits; // also those of an earlier reading
        kept.insert(kept.end(), answer.keep.begin(), answer.keep.end());
        context().isToRecompose = true;
    }
    pass();
}

} // namespace Writeback
