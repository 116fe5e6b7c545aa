#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

class QObject;

namespace Core {

// Time as a dependency, so that tests of waiting do not wait. Monotonic milliseconds for spans, UTC for stamps, and
// "call me later". A clock belongs to the thread that calls it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0; // monotonic, from an arbitrary start
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
