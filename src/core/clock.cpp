#include "core/clock.h"

#include <QTimer>

namespace Core {

std::chrono::milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

void SystemClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> what)
{
    QTimer::singleShot(delay, context, std::move(what));
}

} // namespace Core
