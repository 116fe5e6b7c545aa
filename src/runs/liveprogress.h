#pragma once

#include "runs/waits.h"
#include "writeback/stepprogress.h"

#include <QList>
#include <QObject>

#include <vector>

namespace Core {
class Clock;
}

namespace Writeback {
class RunController;
}

namespace Runs {

// The steps of one run, and what it waits for, as they stand at the moment of asking. Lives with its run, from before
// the engine has begun; the clock is borrowed. One thread.
class LiveProgress final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveProgress)

public:
    explicit LiveProgress(Core::Clock &clock, QObject *parent = nullptr);

    void follow(const Writeback::RunController &controller);
    void stop(); // the run has ended: nothing is waited for

    [[nodiscard]] QList<Writeback::StepProgress> steps() const; // in the order in which they began; one can come again
    [[nodiscard]] std::optional<Writeback::Waiting> waiting() const;

Q_SIGNALS:
    void changed(); // once a second at least until stop(), so that no time shown stands still

private:
    struct Step
    {
        Writeback::StepProgress shown;
        std::chrono::milliseconds began{0}; // of the clock
        std::chrono::milliseconds heard{0};
    };

    // Changes what is known of the step under way of that name, and says so.
    template <typename Change> void hear(Writeback::StepName step, Change change);
    void tick();

    Core::Clock &m_clock;
    std::vector<Step> m_steps;
    Waits m_waits;
    bool m_isGoing = true;
};

} // namespace Runs
