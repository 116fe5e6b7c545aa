#include "runs/turn.h"

#include "runs/standing.h"
#include "schedule/due.h"
#include "schedule/handover.h"
#include "schedule/holidays.h"
#include "schedule/nexttimes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Runs {

namespace {

using History::Noted;
using Profiles::Automatically;
using Writeback::State;

// Enough runs to find that many failures in a row among a person's, each with its retries.
int lookedAt(const Profiles::Schedule &schedule)
{
    constexpr int atLeast = 50;
    const auto *automatically = std::get_if<Automatically>(&schedule);
    if (!automatically)
        return atLeast;
    const int tries = automatically->retry ? automatically->retry->tries : 0;
    return std::max(atLeast, 2 * (automatically->pauseAfter + 1) * (tries + 1));
}

// Of runs, the newest first.
int failuresInARow(const QList<History::RunRecord> &runs)
{
    QList<QDateTime> failed;
    QDateTime lookedAt;
    for (const History::RunRecord &run : runs) {
        if (run.entry.kind == Writeback::RunKind::Check)
            continue;
        if (isVerified(run))
            break;
        const QDateTime &due = run.entry.occasion.due;
        if (!due.isValid() || due == lookedAt || run.isRunning)
            continue;
        lookedAt = due; // its last attempt decides
        if (run.state != Writeback::name(State::Cancelled))
            failed.append(due);
    }
    return int(failed.size());
}

std::optional<QDateTime> lastMissed(const QList<History::ScheduleNote> &notes, const QList<History::RunRecord> &runs)
{
    const auto missed = std::ranges::find_if(notes, [](const History::ScheduleNote &note) {
        return note.what == Noted::Missed || note.what == Noted::NoNewData;
    });
    if (missed == notes.end() || missed->what == Noted::NoNewData) // there was nothing to run
        return std::nullopt;
    const bool hasRunSince = std::ranges::any_of(runs, [&](const auto &run) {
        return run.entry.kind == Writeback::RunKind::Writeback && run.entry.started > missed->due;
    });
    return hasRunSince ? std::nullopt : std::optional(missed->due);
}

// Of a schedule that is not in force, only what is due right now is known to be due.
QDateTime sinceOf(const ScheduleFacts &facts, const QDateTime &now)
{
    const QDateTime justNow = now.addMSecs(-std::chrono::milliseconds(Schedule::punctuality).count() - 1);
    if (!facts.since.isValid())
        return justNow;
    return facts.isInForce ? facts.since : std::max(facts.since, justNow);
}

} // namespace

Core::Result<ScheduleFacts> scheduleFacts(const History::RunHistory &history, const Profiles::Profile &profile,
                                          const QString &programVersion)
{
    const auto runs = history.runs(profile.id, lookedAt(profile.schedule));
    const auto notes = history.scheduleNotes(profile.id);
    const auto since = history.lastDue(profile.id);
    const auto inForce = history.scheduleInForce(profile.id);
    const auto verified = history.last(History::RunHistory::Last::Verified, profile.id);
    if (!runs)
        return Core::propagate(runs);
    if (!notes)
        return Core::propagate(notes);
    if (!since)
        return Core::propagate(since);
    if (!inForce)
        return Core::propagate(inForce);
    if (!verified)
        return Core::propagate(verified);
    ScheduleFacts facts{.since = *since, .failures = failuresInARow(*runs), .missed = lastMissed(*notes, *runs)};
    const auto *automatically = std::get_if<Automatically>(&profile.schedule);
    facts.isInForce = automatically && *inForce == Schedule::fingerprint(*automatically);
    const auto scheduled =
        std::ranges::find_if(*runs, [](const auto &run) { return run.entry.occasion.due.isValid(); });
    if (scheduled != runs->end() && scheduled->isInterrupted())
        facts.interrupted = scheduled->entry.occasion;
    facts.isRunning = std::ranges::any_of(*runs, &History::RunRecord::isRunning);
    if (const std::optional<History::RunRecord> &run = *verified) {
        facts.sinceVerified = {.isThere = true, .writeback = changedSince(*run, profile)};
        if (run->version != programVersion)
            facts.sinceVerified.otherVersion = run->version;
    }
    return facts;
}

Core::Result<QSet<QDate>> holidaysOf(const Automatically &schedule)
{
    const auto *day = std::get_if<Profiles::BusinessDay>(&schedule.timetable.days);
    return day && !day->holidays.isEmpty() ? Schedule::readHolidays(day->holidays) : QSet<QDate>();
}

bool isPaused(const Automatically &schedule, const ScheduleFacts &facts)
{
    return schedule.pauseAfter > 0 && facts.failures >= schedule.pauseAfter;
}

bool isUnconfirmed(const Automatically &schedule, const ScheduleFacts &facts)
{
    return schedule.confirmChanges && facts.sinceVerified.isChanged();
}

Core::Result<Turn> turnOf(const Automatically &schedule, const QSet<QDate> &holidays, const ScheduleFacts &facts,
                          const QDateTime &now)
{
    const auto due = Schedule::dueness(schedule, holidays, sinceOf(facts, now), now);
    if (!due)
        return Core::propagate(due);
    Turn turn;
    for (const QDateTime &missed : due->missed) {
        if (missed != facts.interrupted.due) // it was not missed
            turn.notes.append({missed, Noted::Missed, now});
    }
    if (due->kind != Schedule::Dueness::Kind::Due)
        return turn;
    if (facts.isRunning)
        turn.notes.append({due->occurrence, Noted::Overlapped, now});
    else if (isPaused(schedule, facts))
        turn.notes.append({due->occurrence, Noted::Paused, now});
    else if (isUnconfirmed(schedule, facts))
        turn.notes.append({due->occurrence, Noted::Unconfirmed, now});
    else
        turn.run = {due->occurrence, due->occurrence == facts.interrupted.due ? facts.interrupted.attempt + 1 : 0};
    return turn;
}

History::ScheduleNote firstStart(const Automatically &schedule, const ScheduleFacts &facts, const QDateTime &now)
{
    const QDateTime begin = sinceOf(facts, now).addMSecs(1); // of no other note: times of a schedule are whole minutes
    return {begin, Noted::FirstStart, now, Schedule::fingerprint(schedule)};
}

Core::Result<QList<History::ScheduleNote>> overlapped(const Automatically &schedule, const QSet<QDate> &holidays,
                                                      const QDateTime &due, const QDateTime &now)
{
    const auto passed = Schedule::timesBetween(schedule.timetable, holidays, due, now);
    if (!passed)
        return Core::propagate(passed);
    QList<History::ScheduleNote> notes;
    for (const QDateTime &time : *passed)
        notes.append({time, Noted::Overlapped, now});
    return notes;
}

bool isWorthRetrying(const Writeback::RunReport &report)
{
    using Core::ErrorKind;
    if (!report.error || report.state == State::Cancelled)
        return false;
    switch (report.error->kind) {
    case ErrorKind::NoNetwork:
    case ErrorKind::ProxyRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::ServiceFailed:
    case ErrorKind::BadReply:
    case ErrorKind::IncompleteExport:
    case ErrorKind::Busy:
    case ErrorKind::EarlierWrite:
    case ErrorKind::OutcomeUnknown: return true;
    default: return false;
    }
}

QString name(ScheduleStanding::Kind kind)
{
    using Kind = ScheduleStanding::Kind;
    switch (kind) {
    case Kind::None: return u"none"_s;
    case Kind::Reminder: return u"reminder"_s;
    case Kind::Waiting: return u"waiting"_s;
    case Kind::Missed: return u"missed"_s;
    case Kind::Paused: return u"paused"_s;
    case Kind::Unconfirmed: return u"unconfirmed"_s;
    }
    Q_UNREACHABLE();
}

Core::Result<ScheduleStanding> scheduleStanding(const Profiles::Schedule &schedule, const QSet<QDate> &holidays,
                                                const ScheduleFacts &facts, const QDateTime &lastRun,
                                                const QDateTime &now)
{
    using Kind = ScheduleStanding::Kind;
    if (const auto *manually = std::get_if<Profiles::Manually>(&schedule)) {
        const bool isLong = !lastRun.isValid() || lastRun.addDays(manually->remindAfterDays) < now;
        return manually->remindAfterDays > 0 && isLong ? ScheduleStanding{Kind::Reminder, lastRun} : ScheduleStanding();
    }
    const auto &automatically = std::get<Automatically>(schedule);
    if (isPaused(automatically, facts))
        return ScheduleStanding{Kind::Paused, {}};
    if (isUnconfirmed(automatically, facts))
        return ScheduleStanding{Kind::Unconfirmed, {}};
    const auto due = Schedule::dueness(automatically, holidays, sinceOf(facts, now), now);
    if (!due)
        return Core::propagate(due);
    if (due->kind == Schedule::Dueness::Kind::Missed && (!lastRun.isValid() || lastRun <= due->occurrence))
        return ScheduleStanding{Kind::Missed, due->occurrence};
    if (facts.missed)
        return ScheduleStanding{Kind::Missed, *facts.missed};
    const auto next = Schedule::nextTimes(automatically.timetable, holidays, now, 1);
    if (!next)
        return Core::propagate(next);
    return next->isEmpty() ? ScheduleStanding() : ScheduleStanding{Kind::Waiting, next->first()};
}

Core::Result<ScheduleStanding> scheduleStanding(const History::RunHistory &history, const Profiles::Profile &profile,
                                                const QString &programVersion, const QDateTime &now)
{
    if (profile.archived || profile.schedule == Profiles::Schedule())
        return ScheduleStanding();
    const auto last = history.last(History::RunHistory::Last::Run, profile.id);
    if (!last)
        return Core::propagate(last);
    const QDateTime lastRun = *last ? (*last)->entry.started : QDateTime();
    const auto *automatically = std::get_if<Automatically>(&profile.schedule);
    if (!automatically)
        return scheduleStanding(profile.schedule, {}, {}, lastRun, now);
    const auto holidays = holidaysOf(*automatically);
    if (!holidays)
        return Core::propagate(holidays);
    const auto facts = scheduleFacts(history, profile, programVersion);
    if (!facts)
        return Core::propagate(facts);
    return scheduleStanding(profile.schedule, *holidays, *facts, lastRun, now);
}

} // namespace Runs
