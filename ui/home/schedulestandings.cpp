#include "ui/home/schedulestandings.h"

#include <algorithm>
#include <utility>

namespace Ui {

namespace {

using namespace std::chrono_literals;

// Until a time that has passed without a run counts as missed, and without looking at the clock, which may be set.
constexpr std::chrono::milliseconds longest = 10min;

Core::Result<Runs::ScheduleStanding> standingOf(const ScheduleStandings::Scheduled &scheduled, const QDateTime &now)
{
    const auto *automatically = std::get_if<Profiles::Automatically>(&scheduled.schedule);
    const auto holidays = automatically ? Runs::holidaysOf(*automatically) : Core::Result<QSet<QDate>>();
    if (!holidays)
        return Core::propagate(holidays);
    return Runs::scheduleStanding(scheduled.schedule, *holidays, scheduled.facts, scheduled.lastRun, now);
}

} // namespace

ScheduleStandings::ScheduleStandings(QObject *parent)
    : QObject(parent), m_computing([this](const Standings &standings) { take(standings); })
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ScheduleStandings::compute);
}

void ScheduleStandings::set(const All &all)
{
    if (all == m_all)
        return;
    const All before = std::exchange(m_all, all);
    m_standings.removeIf([&](const Standings::iterator &one) {
        return !all.contains(one.key()) || all.value(one.key()).schedule != before.value(one.key()).schedule;
    });
    compute();
}

std::optional<Core::Result<Runs::ScheduleStanding>> ScheduleStandings::of(const QString &profileId) const
{
    const auto found = m_standings.constFind(profileId);
    return found == m_standings.constEnd() ? std::nullopt : std::optional(*found);
}

void ScheduleStandings::compute()
{
    m_again.stop();
    if (m_all.isEmpty())
        return m_computing.stop();
    m_computing.start([all = m_all](const std::stop_token &stop) -> std::optional<Standings> {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Standings standings;
        for (const auto &[id, scheduled] : all.asKeyValueRange()) {
            if (stop.stop_requested())
                return {};
            standings.insert(id, standingOf(scheduled, now));
        }
        return standings;
    });
}

void ScheduleStandings::take(const Standings &standings)
{
    m_standings = standings;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::chrono::milliseconds wait = longest;
    for (const auto &standing : standings) {
        if (standing && standing->kind == Runs::ScheduleStanding::Kind::Waiting)
            wait = std::min(wait, std::chrono::milliseconds(std::max<qint64>(now.msecsTo(standing->time), 0) + 1));
    }
    m_again.start(wait);
    Q_EMIT changed();
}

} // namespace Ui
