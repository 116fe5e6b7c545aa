#include "runs/scheduledrun.h"

#include "core/clock.h"
#include "runs/runrequests.h"
#include "runs/standing.h"
#include "schedule/due.h"
#include "schedule/handover.h"

#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Runs {

using History::Noted;

QString turnLockOf(const QString &profileId, const QString &lockFolder)
{
    return QDir(lockFolder).filePath(u"schedule-%1.lock"_s.arg(profileId));
}

ScheduledRun::ScheduledRun(ProfileRuns &runs, Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
                           const DataFolder &folder, Core::Clock &clock, QObject *parent)
    : QObject(parent), m_runs(runs), m_store(store), m_secrets(secrets), m_folder(folder), m_clock(clock)
{
    connect(&m_runs, &ProfileRuns::ended, this, [this](const QString &profileId, const Writeback::RunReport &report) {
        if (profileId == m_profileId && !m_isFinished)
            handle(report);
    });
}

ScheduledRun::~ScheduledRun() = default;

void ScheduledRun::start(const QString &profileId, const QString &fingerprint, const Core::ProxyChoice &proxy)
{
    m_profileId = profileId;
    m_fingerprint = fingerprint;
    m_proxy = proxy;
    m_clock.callAfter(std::chrono::milliseconds(0), this, [this] { decide(); });
}

void ScheduledRun::decide()
{
    const Profiles::Profile *profile = m_store.profile(m_profileId);
    const auto *schedule = profile ? std::get_if<Profiles::Automatically>(&profile->schedule) : nullptr;
    if (!schedule || profile->archived) {
        if (const auto noted = noteThatItIsOutOfForce(m_clock.utcNow()); !noted)
            return finish(noted.error());
        return finish(ScheduledEnd::Kind::NotScheduled);
    }
    m_schedule = *schedule;
    m_end.isOtherSchedule = Schedule::fingerprint(m_schedule) != m_fingerprint;
    if (m_folder.keeping() != DataFolder::Keeping::Persistent) // what was run before is not known
        return finish(*m_folder.fault());
    if (const auto taken = m_lock.take(turnLockOf(m_profileId, m_folder.books().lockFolder)); !taken) {
        if (taken.error().kind == Core::ErrorKind::Busy)
            return finish(ScheduledEnd::Kind::Elsewhere);
        return finish(taken.error());
    }
    const auto holidays = holidaysOf(m_schedule);
    if (!holidays)
        return finish(holidays.error());
    m_holidays = *holidays;
    const auto facts = scheduleFacts(m_folder.history(), *profile, m_folder.program().version);
    if (!facts)
        return finish(facts.error());
    m_end.sinceVerified = facts->sinceVerified;
    const QDateTime now = m_clock.utcNow();
    const auto turn = turnOf(m_schedule, m_holidays, *facts, now);
    if (!turn)
        return finish(turn.error());
    auto notes = turn->notes;
    if (!facts->isInForce && !m_end.isOtherSchedule)
        notes.prepend(firstStart(m_schedule, *facts, now));
    auto noted = enter(notes);
    if (noted && m_end.isOtherSchedule && !facts->isInForce)
        noted = noteThatItIsOutOfForce(firstStart(m_schedule, *facts, now).due); // before what is due now
    if (!noted)
        return finish(noted.error());
    m_end.notes = turn->notes;
    if (!turn->isRun())
        return finish(turn->notes.isEmpty() ? ScheduledEnd::Kind::NotDue : ScheduledEnd::Kind::Noted);
    m_end.first = turn->run;
    waitForItsPlace();
}

// Otherwise its times would count again once it is saved again, also those at which another one was saved.
Core::Result<void> ScheduledRun::noteThatItIsOutOfForce(const QDateTime &from)
{
    const auto inForce = m_folder.history().scheduleInForce(m_profileId);
    if (!inForce)
        return Core::propagate(inForce);
    if (inForce->isEmpty())
        return {};
    return enter({{from, History::Noted::OutOfForce, m_clock.utcNow()}});
}

void ScheduledRun::waitForItsPlace()
{
    const QDateTime place = m_end.first.due.addSecs(Schedule::spreadOf(m_profileId).count());
    const std::chrono::milliseconds wait(std::max<qint64>(0, m_clock.utcNow().msecsTo(place)));
    m_clock.callAfter(wait, this, [this] {
        if (!m_isFinished)
            begin();
    });
}

void ScheduledRun::begin()
{
    const Profiles::Profile *profile = m_store.profile(m_profileId);
    if (!profile) // deleted meanwhile
        return finish(ScheduledEnd::Kind::NotScheduled);
    const auto verified = m_folder.history().last(History::RunHistory::Last::Verified, m_profileId);
    if (!verified)
        return finish(verified.error());
    if (m_schedule.onlyNewData && *verified && !(*verified)->data.loaded.isEmpty()
        && changedSince(**verified, *profile) == Writeback::Changed::Nothing)
        return lookForNewData(**verified);
    run();
}

// What cannot be found out is left to the run, which tells why.
void ScheduledRun::lookForNewData(const History::RunRecord &verified)
{
    const Profiles::Account *account = m_store.account(m_store.profile(m_profileId)->accountId);
    if (!account)
        return run();
    m_secrets.readBoth(account->id, this,
                       [this, who = *account, known = verified.data.loaded, dataSet = verified.entry.dataSetId](
                           const Core::Result<QString> &domo, const Core::Result<QString> &workiva) {
                           const auto logins = loginsWith(who, domo, workiva);
                           if (!logins)
                               return run();
                           m_catalogue = std::make_unique<Setup::Catalogue>(*logins, m_proxy);
                           m_catalogue->fetchDataSet(dataSet, [this, known](const Core::Result<Setup::DataSet> &found) {
                               m_catalogue.release()->deleteLater(); // it is what has called
                               if (!found || found->loadedAt() != known)
                                   return run();
                               const auto noted = note({{m_end.first.due, Noted::NoNewData, m_clock.utcNow()}});
                               if (!noted)
                                   return finish(noted.error());
                               finish(ScheduledEnd::Kind::Noted);
                           });
                       });
}

void ScheduledRun::run()
{
    if (m_isCancelled || !m_store.profile(m_profileId)) // or it was deleted meanwhile
        return finish(ScheduledEnd::Kind::Run);
    if (m_end.reports.isEmpty())
        Q_EMIT begun();
    m_runs.startDue(m_profileId, {m_end.first.due, m_end.first.attempt + int(m_end.reports.size())});
}

void ScheduledRun::handle(const Writeback::RunReport &report)
{
    m_end.reports.append(report);
    const auto failures = m_end.reports.size();
    if (m_isCancelled || !m_schedule.retry || failures > m_schedule.retry->tries || !isWorthRetrying(report))
        return finish(ScheduledEnd::Kind::Run);
    Q_EMIT retrying(m_schedule.retry->wait);
    m_clock.callAfter(m_schedule.retry->wait, this, [this] {
        if (m_isFinished)
            return;
        m_store.reload(); // it may have been changed while nothing ran
        run();
    });
}

void ScheduledRun::cancel()
{
    m_isCancelled = true;
    if (m_runs.isRunning(m_profileId))
        m_runs.cancel(m_profileId);
    else if (!m_isFinished)
        finish(ScheduledEnd::Kind::Run);
}

Core::Result<void> ScheduledRun::note(const QList<History::ScheduleNote> &notes)
{
    auto entered = enter(notes);
    if (entered)
        m_end.notes += notes;
    return entered;
}

Core::Result<void> ScheduledRun::enter(const QList<History::ScheduleNote> &notes) const
{
    if (notes.isEmpty())
        return {};
    const auto log = m_folder.openScheduleLog();
    if (!log)
        return Core::propagate(log);
    return (*log)->note(m_profileId, notes);
}

void ScheduledRun::finish(ScheduledEnd::Kind kind)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_end.kind = kind;
    if (!m_end.reports.isEmpty()) {
        const auto passed = overlapped(m_schedule, m_holidays, m_end.first.due, m_clock.utcNow());
        const auto noted = passed.and_then([this](const auto &notes) { return note(notes); });
        if (!noted)
            m_end.error = noted.error();
    }
    m_lock.release();
    Q_EMIT finished(m_end);
}

void ScheduledRun::finish(const Core::Error &error)
{
    m_end.error = error;
    finish(m_end.kind);
}

} // namespace Runs
