#pragma once

#include "history/database.h"

#include <QDateTime>
#include <QList>

#include <memory>

namespace History {

// What happened at a time of a schedule instead of a run.
enum class Noted {
    HandedOver, // nothing; at that moment the schedule was handed over to the operating system
    FirstStart, // nothing; a scheduler to which somebody else had handed the schedule over started the program with it
    OutOfForce, // nothing; from then on no scheduler starts the schedule: it was removed, or another one is saved
    Missed, // nobody started the program in time: the computer was off or asleep
    Overlapped, // a run of the writeback was under way
    Paused, // too many failures in a row
    NoNewData, // the DataSet had not been loaded since the last run
    Unconfirmed, // a change of the writeback or the program waits for a person
};
inline constexpr Noted lastNoted = Noted::Unconfirmed;

// It says from when the times of which schedule count.
[[nodiscard]] constexpr bool isOfForce(Noted what)
{
    return what == Noted::HandedOver || what == Noted::FirstStart || what == Noted::OutOfForce;
}

[[nodiscard]] QString name(Noted what); // "noNewData"
[[nodiscard]] std::optional<Noted> notedNamed(const QString &name); // none: of a later version

struct ScheduleNote
{
    QDateTime due; // UTC
    Noted what = Noted::Missed;
    QDateTime noted; // UTC
    QString schedule{}; // of HandedOver and FirstStart: its fingerprint, see Schedule::fingerprint()

    // Of what says from when times count, that time may lie before it.
    [[nodiscard]] QDateTime when() const { return isOfForce(what) ? noted : due; }

    friend bool operator==(const ScheduleNote &, const ScheduleNote &) = default;
};

// The fingerprint of the schedule that was handed over last, or that a scheduler has started since; empty: none, or it
// is out of force.
[[nodiscard]] Core::Result<QString> scheduleInForce(Database &database, const QString &profileId);

// Notes what happened at the times of schedules for which no run was started; the others are in the runs. RunHistory
// reads both. Errors are Disk with the path as subject. Used on the thread that created it.
class ScheduleLog
{
public:
    [[nodiscard]] static Core::Result<std::unique_ptr<ScheduleLog>> open(const Place &place);
    explicit ScheduleLog(std::unique_ptr<Database> database);
    ~ScheduleLog();
    Q_DISABLE_COPY_MOVE(ScheduleLog)

    // All of them or none. A time that has a note keeps it; of those that are of force, the last one holds.
    [[nodiscard]] Core::Result<void> note(const QString &profileId, const QList<ScheduleNote> &notes);

    // Notes which schedule is in force from now on, unless it is already; empty: none is. `anew`: also if it is,
    // because it was not among what a scheduler had.
    [[nodiscard]] Core::Result<void> putIntoForce(const QString &profileId, const QString &fingerprint,
                                                  bool anew = false);

private:
    std::unique_ptr<Database> m_database;
};

} // namespace History
