#include "ui/runs/nowline.h"

#include "words/steptext.h"
#include "words/waitingtext.h"

#include <algorithm>

namespace Ui {

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

Words::Line nowLine(const Runs::RunProgress &progress)
{
    using Words::Tone;
    if (progress.cancelling)
        return {Tone::Waiting, Words::cancellingName()};
    if (progress.question)
        return {Tone::Warning, Words::needsYouName()};
    if (progress.waiting)
        return {Tone::Waiting, Words::waitingName(*progress.waiting)};
    if (progress.queued)
        return {Tone::Waiting, Words::queuedName()};
    if (progress.steps.isEmpty()) // no step starts without the secrets
        return {Tone::Waiting, Words::readingSecretsName()};
    const Runs::RunProgress::Step *step = currentStep(progress);
    return {Tone::Waiting, Words::stepName((step ? *step : progress.steps.last()).name, doneOf(progress))};
}

} // namespace Ui
