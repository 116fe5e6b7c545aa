#pragma once

#include "core/clock.h"

#include <QPointer>

#include <vector>

namespace Support {

// Time that passes only when a test advances it.
class FakeClock final : public Core::Clock
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_now; }
    [[nodiscard]] QDateTime utcNow() const override { return m_start.addMSecs(m_now.count()); }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> what) override;

    void advance(std::chrono::milliseconds by); // makes all calls that are due, in order of time
    [[nodiscard]] int waiting() const; // number of calls that are not due yet
    [[nodiscard]] std::chrono::milliseconds nextDelay() const; // until the first of them; -1 ms if there is none

private:
    struct Call
    {
        std::chrono::milliseconds due;
        QPointer<QObject> context;
        std::function<void()> what;
    };

    std::chrono::milliseconds m_now{1000};
    QDateTime m_start = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    std::vector<Call> m_calls;
};

} // namespace Support
