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

// The steps and waits of one run, as they are when they are requested. Created before the engine starts, and lives as
// long as its run; the clock is borrowed. One thread.
class LiveProgress final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveProgress)

public:
    explicit LiveProgress(Core::Clock &clock, QObject *parent = nullptr);

    void follow(const Writeback::RunController &controller);
    void stop(); // at the end of the run: clears its waits

    [[nodiscard]] QList<Writeback::StepProgress> steps() const; // in the order they started; a step can occur twice
    [[nodiscard]] std::optional<Writeback::Waiting> waiting() const;
    [[nodiscard]] const std::optional<Writeback::ChangeCounts> &changes() const { return m_changes; }

Q_SIGNALS:
    void changed(); // at least once a second until stop(), to keep displayed times moving

private:
    struct Step
    {
        Writeback::StepProgress shown;
        std::chrono::milliseconds began{0}; // by the clock
        std::chrono::milliseconds heard{0};
    };

    // Changes what is known about the current step of that name, and emits changed().
    template <typename Change> void hear(Writeback::StepName step, Change change);
    void tick();

    Core::Clock &m_clock;
    std::vector<Step> m_steps;
    Waits m_waits;
    std::optional<Writeback::ChangeCounts> m_changes; // of the last reading, once it is compared
    bool m_isGoing = true;
};

} // namespace Runs
