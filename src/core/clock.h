#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

class QObject;

namespace Core {

// Time as a dependency, so that tests need not wait. Monotonic milliseconds for durations, UTC for timestamps, and
// delayed calls. A clock belongs to the thread that calls it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0; // monotonic, from an arbitrary origin
    [[nodiscard]] virtual QDateTime utcNow() const = 0;

    // Calls `what` once from the event loop after `delay`, unless `context` is destroyed before.
    virtual void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> what) = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    [[nodiscard]] QDateTime utcNow() const override;
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> what) override;
};

} // namespace Core
