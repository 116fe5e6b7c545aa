#include "ui/home/scheduledtimes.h"

#include "schedule/holidays.h"
#include "schedule/nexttimes.h"

#include <algorithm>
#include <utility>

namespace Ui {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longest = 1h; // without looking at the clock, which may be set

Core::Result<QDateTime> nextTime(const Profiles::Timetable &timetable, const QDateTime &now)
{
    const auto *rule = std::get_if<Profiles::BusinessDay>(&timetable.days);
    const auto holidays =
        rule && !rule->holidays.isEmpty() ? ::Schedule::readHolidays(rule->holidays) : Core::Result<QSet<QDate>>();
    if (!holidays)
        return Core::propagate(holidays);
    const auto times = ::Schedule::nextTimes(timetable, *holidays, now, 1);
    if (!times)
        return Core::propagate(times);
    return times->value(0);
}

} // namespace

ScheduledTimes::ScheduledTimes(QObject *parent)
    : QObject(parent), m_computing([this](const Times &times) { take(times); })
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ScheduledTimes::compute);
}

void ScheduledTimes::set(const QList<Profiles::Profile> &profiles)
{
    Timetables timetables;
    for (const Profiles::Profile &profile : profiles) {
        if (const auto *automatically = std::get_if<Profiles::Automatically>(&profile.schedule))
            timetables.insert(profile.id, automatically->timetable);
    }
    if (timetables == m_timetables)
        return;
    const Timetables before = std::exchange(m_timetables, timetables);
    m_times.removeIf(
        [&](const Times::iterator &one) { return timetables.value(one.key()) != before.value(one.key()); });
    compute();
}

std::optional<Core::Result<QDateTime>> ScheduledTimes::of(const QString &profileId) const
{
    const auto found = m_times.constFind(profileId);
    return found == m_times.constEnd() ? std::nullopt : std::optional(*found);
}

void ScheduledTimes::compute()
{
    m_again.stop();
    if (m_timetables.isEmpty())
        return m_computing.stop();
    m_computing.start([timetables = m_timetables](const std::stop_token &stop) -> std::optional<Times> {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Times times;
        for (const auto &[id, timetable] : timetables.asKeyValueRange()) {
            if (stop.stop_requested())
                return {};
            times.insert(id, nextTime(timetable, now));
        }
        return times;
    });
}

void ScheduledTimes::take(const Times &times)
{
    m_times = times;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::chrono::milliseconds wait = longest;
    for (const auto &time : times) {
        if (time && time->isValid())
            wait = std::min(wait, std::chrono::milliseconds(std::max<qint64>(now.msecsTo(*time), 0) + 1));
    }
    m_again.start(wait);
    Q_EMIT changed();
}

} // namespace Ui
