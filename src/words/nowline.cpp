#include "words/nowline.h"

#include "words/steptext.h"
#include "words/waitingtext.h"

#include <algorithm>

namespace Words {

const Runs::RunProgress::Step *currentStep(const Runs::RunProgress &progress)
{
    const Runs::RunProgress::Step *found = nullptr;
    for (const Runs::RunProgress::Step &step : progress.steps) {
        if (!step.hasEnded() && (!found || step.total > 0))
            found = &step;
    }
    return found;
}

std::optional<double> doneOf(const Runs::RunProgress &progress)
{
    const Runs::RunProgress::Step *step = currentStep(progress);
    if (!step || step->total <= 0)
        return {};
    return std::clamp(double(step->done) / double(step->total), 0.0, 1.0);
}

Line nowLine(const Runs::RunProgress &progress)
{
    if (progress.cancelling)
        return {Tone::Waiting, cancellingName()};
    if (progress.question)
        return {Tone::Warning, needsYouName()};
    if (progress.waiting)
        return {Tone::Waiting, waitingName(*progress.waiting)};
    if (progress.queued)
        return {Tone::Waiting, queuedName()};
    if (progress.steps.isEmpty()) // no step starts without the secrets
        return {Tone::Waiting, readingSecretsName()};
    const Runs::RunProgress::Step *step = currentStep(progress);
    return {Tone::Waiting, stepName((step ? *step : progress.steps.last()).name, doneOf(progress))};
}

} // namespace Words
