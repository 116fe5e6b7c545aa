#include "runs/liveprogress.h"

#include "core/clock.h"
#include "writeback/runcontroller.h"

#include <algorithm>

namespace Runs {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 1s;

double seconds(std::chrono::milliseconds span)
{
    return std::chrono::duration<double>(span).count();
}

} // namespace

LiveProgress::LiveProgress(Core::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_clock.callAfter(tickInterval, this, [this] { tick(); });
}

void LiveProgress::follow(const Writeback::RunController &controller)
{
    using Writeback::RunController;
    using Writeback::StepName;
    using Writeback::StepProgress;
    connect(&controller, &RunController::stepStarted, this, [this](Writeback::StepName step) {
        const auto now = m_clock.elapsed();
        m_steps.push_back({{.name = step}, now, now});
        if (step <= StepName::Compose) // the sheet has changed, and is read again
            m_changes.reset();
        Q_EMIT changed();
    });
    connect(&controller, &RunController::stepProgress, this,
            [this](Writeback::StepName step, qint64 done, qint64 total) {
                hear(step, [=](StepProgress &known) {
                    known.done = done;
                    known.total = total;
                });
            });
    connect(&controller, &RunController::stepFinished, this, [this](Writeback::StepName step, double took, bool well) {
        hear(step, [=](StepProgress &known) {
            known.elapsed = took;
            known.end = well ? StepProgress::End::Well : StepProgress::End::Badly;
        });
    });
    connect(&controller, &RunController::compared, this, [this](const Writeback::ChangeCounts &changes) {
        m_changes = changes;
        Q_EMIT changed();
    });
    connect(&controller, &RunController::waiting, this, [this](const Writeback::Waiting &waiting) {
        m_waits.hear(waiting, m_clock.elapsed());
        Q_EMIT changed();
    });
}

void LiveProgress::stop()
{
    m_isGoing = false;
    m_waits.clear();
}

template <typename Change> void LiveProgress::hear(Writeback::StepName step, Change change)
{
    const auto known = std::ranges::find_if(m_steps.rbegin(), m_steps.rend(),
                                            [step](const Step &one) { return one.shown.name == step; });
    if (known == m_steps.rend())
        return;
    known->heard = m_clock.elapsed();
    known->shown.elapsed = seconds(known->heard - known->began);
    change(known->shown);
    Q_EMIT changed();
}

void LiveProgress::tick()
{
    if (!m_isGoing)
        return;
    m_clock.callAfter(tickInterval, this, [this] { tick(); });
    Q_EMIT changed(); // last: a receiver may end the run
}

QList<Writeback::StepProgress> LiveProgress::steps() const
{
    QList<Writeback::StepProgress> steps;
    const auto now = m_clock.elapsed();
    for (const Step &step : m_steps) {
        steps.append(step.shown);
        if (step.shown.hasEnded())
            continue;
        steps.last().elapsed = seconds(now - step.began);
        steps.last().quiet = seconds(now - step.heard);
    }
    return steps;
}

std::optional<Writeback::Waiting> LiveProgress::waiting() const
{
    return m_waits.at(m_clock.elapsed());
}

} // namespace Runs
