#pragma once

#include "history/runhistory.h"
#include "profiles/profile.h"

#include <QSet>

namespace Runs {

// What is different since the last verified run of a writeback.
struct SinceVerified
{
    bool isThere = false; // there is such a run
    Writeback::Changed writeback = Writeback::Changed::Nothing;
    QString otherVersion{}; // of the program that ran it; empty: this one's

    [[nodiscard]] bool isChanged() const
    {
        return !isThere || writeback != Writeback::Changed::Nothing || !otherVersion.isEmpty();
    }

    friend bool operator==(const SinceVerified &, const SinceVerified &) = default;
};

// What the history knows of a writeback's schedule.
struct ScheduleFacts
{
    QDateTime since{}; // the last of its times that was dealt with, or when it was handed over; invalid: neither
    // The schedule is the one that schedulers start. Nobody could have started the runs of another one: its times do
    // not count as missed.
    bool isInForce = false;
    int failures = 0; // its last times in a row whose runs, retries included, were not verified; a verified run of any
                      // kind ends them, and what a person cancelled is none
    bool isRunning = false; // a run of the writeback is under way, in any program
    Writeback::Occasion interrupted{}; // of the last run by the schedule, if that was interrupted
    SinceVerified sinceVerified{};
    // The last of its times that was missed, unless a run has started since, or was found to have no new data.
    std::optional<QDateTime> missed{};

    friend bool operator==(const ScheduleFacts &, const ScheduleFacts &) = default;
};

[[nodiscard]] Core::Result<ScheduleFacts>
scheduleFacts(const History::RunHistory &history, const Profiles::Profile &profile, const QString &programVersion);

// Of its business days. An error is Schedule::readHolidays()'s.
[[nodiscard]] Core::Result<QSet<QDate>> holidaysOf(const Profiles::Automatically &schedule);

[[nodiscard]] bool isPaused(const Profiles::Automatically &schedule, const ScheduleFacts &facts);
[[nodiscard]] bool isUnconfirmed(const Profiles::Automatically &schedule, const ScheduleFacts &facts);

// What to do when a scheduler has started the program.
struct Turn
{
    Writeback::Occasion run{}; // now; its time is invalid: nothing is
    QList<History::ScheduleNote> notes{}; // of the other times that have passed, ascending

    [[nodiscard]] bool isRun() const { return run.due.isValid(); }

    friend bool operator==(const Turn &, const Turn &) = default;
};

// Errors are Schedule::dueness()'s. Pure.
[[nodiscard]] Core::Result<Turn> turnOf(const Profiles::Automatically &schedule, const QSet<QDate> &holidays,
                                        const ScheduleFacts &facts, const QDateTime &now);

// Notes the start of a schedule that was not in force: from now on its times count.
[[nodiscard]] History::ScheduleNote firstStart(const Profiles::Automatically &schedule, const ScheduleFacts &facts,
                                               const QDateTime &now);

// The notes of the times that passed while the run for `due` was under way. Likewise.
[[nodiscard]] Core::Result<QList<History::ScheduleNote>> overlapped(const Profiles::Automatically &schedule,
                                                                    const QSet<QDate> &holidays, const QDateTime &due,
                                                                    const QDateTime &now);

// Whether another run may end better although nobody has changed anything: the way to a service, its load, a DataSet
// being loaded, a sheet in use. Not what a person has to decide or mend.
[[nodiscard]] bool isWorthRetrying(const Writeback::RunReport &report);

// How the schedule of a saved writeback stands, for display.
struct ScheduleStanding
{
    enum class Kind {
        None, // it runs manually
        Reminder, // manually, and not for longer than wished
        Waiting, // for `time`, the next one
        Missed, // `time` was the last one that was missed
        Paused, // until a run is verified
        Unconfirmed, // until a person has run it
    };

    Kind kind = Kind::None;
    QDateTime time{}; // UTC; of Reminder the start of the last run, invalid: it was never run

    // A person has to look at it.
    [[nodiscard]] bool needsYou() const { return kind != Kind::None && kind != Kind::Waiting; }

    friend bool operator==(const ScheduleStanding &, const ScheduleStanding &) = default;
};

[[nodiscard]] QString name(ScheduleStanding::Kind kind); // "waiting", for scripts

// `lastRun`: when the last run started; invalid: never. Errors are Schedule::dueness()'s. Pure.
[[nodiscard]] Core::Result<ScheduleStanding> scheduleStanding(const Profiles::Schedule &schedule,
                                                              const QSet<QDate> &holidays, const ScheduleFacts &facts,
                                                              const QDateTime &lastRun, const QDateTime &now);
// Of a saved writeback, as the history and its file of holidays tell; also their errors.
[[nodiscard]] Core::Result<ScheduleStanding> scheduleStanding(const History::RunHistory &history,
                                                              const Profiles::Profile &profile,
                                                              const QString &programVersion, const QDateTime &now);

} // namespace Runs
