#pragma once

#include "core/result.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTime>

#include <chrono>
#include <optional>
#include <variant>

namespace Profiles {

// When a writeback runs without a person, and what such a run does. Days and times are those of the timetable's time
// zone. Lists are ascending and without repetitions, so that equal schedules compare equal.

using Weekdays = QList<Qt::DayOfWeek>; // from Monday on

inline constexpr int lastOfMonth = -1; // the last day, or the last such weekday, at the end of a list
inline const Weekdays workweek{Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday};

struct EveryDays
{
    int days = 1; // counted from the start

    friend bool operator==(const EveryDays &, const EveryDays &) = default;
};

struct EveryWeeks
{
    int weeks = 1; // counted from that of the start; a week begins on Monday
    Weekdays on = workweek;

    friend bool operator==(const EveryWeeks &, const EveryWeeks &) = default;
};

struct EveryMonths
{
    int months = 1; // counted from that of the start

    friend bool operator==(const EveryMonths &, const EveryMonths &) = default;
};

struct NamedMonths
{
    QList<int> months; // from 1

    friend bool operator==(const NamedMonths &, const NamedMonths &) = default;
};

using Months = std::variant<EveryMonths, NamedMonths>;

// A month without one of the days has one less.
struct DaysOfMonth
{
    Months months{};
    QList<int> days{1}; // from 1 to 31, then lastOfMonth

    friend bool operator==(const DaysOfMonth &, const DaysOfMonth &) = default;
};

// The first Monday, the second and fourth Sunday.
struct WeekdaysOfMonth
{
    Months months{};
    QList<int> which{1}; // from 1 to 5, then lastOfMonth
    Weekdays on{Qt::Monday};

    friend bool operator==(const WeekdaysOfMonth &, const WeekdaysOfMonth &) = default;
};

// The third business day of the month, or the last but one. A month with fewer business days has none.
struct BusinessDay
{
    Months months{};
    int which = 1; // up to maxBusinessDay, from the first; negative: from the last, which is -1
    Weekdays weekend{Qt::Saturday, Qt::Sunday};
    QString holidays{}; // the path of an .ics file; empty: none are observed

    friend bool operator==(const BusinessDay &, const BusinessDay &) = default;
};

inline constexpr int maxBusinessDay = 20; // what a month with weekends has at least

using Days = std::variant<EveryDays, EveryWeeks, DaysOfMonth, WeekdaysOfMonth, BusinessDay>;

// Times of day are whole minutes. Two of a day are at least minimumGap apart.
inline constexpr std::chrono::minutes minimumGap{15};

struct SetTimes
{
    QList<QTime> times{QTime(6, 0)}; // up to maxTimes

    friend bool operator==(const SetTimes &, const SetTimes &) = default;
};

inline constexpr int maxTimes = 12; // the more often an interval says

// Begins anew every day.
struct Interval
{
    std::chrono::minutes every{60};
    QTime from{0, 0};
    QTime to{0, 0}; // not included; midnight is the end of the day

    friend bool operator==(const Interval &, const Interval &) = default;
};

using Times = std::variant<SetTimes, Interval>;

struct Timetable
{
    Days days{};
    Times times{};
    QDate start{}; // the first day; may be null if nothing is counted from it
    QString timeZone{}; // its IANA ID, such as Europe/Berlin

    friend bool operator==(const Timetable &, const Timetable &) = default;
};

// A failed run is tried again, if that can cure it.
struct Retry
{
    int tries = 3; // after the first
    std::chrono::minutes wait{15};

    friend bool operator==(const Retry &, const Retry &) = default;
};

struct Manually
{
    int remindAfterDays = 0; // without a run; 0: never

    friend bool operator==(const Manually &, const Manually &) = default;
};

struct Automatically
{
    Timetable timetable{};
    std::optional<Retry> retry{};
    // A run that was missed, because the computer was off or asleep, is made up for within this time; 0: not at all.
    std::chrono::minutes catchUp{0};
    bool onlyNewData = false; // runs only if the DataSet was updated since the last run
    int pauseAfter = 0; // failures in a row; 0: never
    // After a change of the writeback or of this program, it waits until a person has run it, verified.
    bool confirmChanges = false;

    friend bool operator==(const Automatically &, const Automatically &) = default;
};

using Schedule = std::variant<Manually, Automatically>;

// Why a schedule is not possible: the cause of an InvalidInput error, whose subject is the value, if there is one.
struct ScheduleFault
{
    enum class Reason {
        Count, // every how many days, weeks or months: not from 1 to maxEvery
        NoStart, // every second day, week or month, but from when?
        NoDay, // no day, weekday or month is chosen
        Day, // not a day of the month, a weekday of the month, or a month
        NoSuchDay, // 30 February: none of the months has such a day
        BusinessDay, // not from 1 to maxBusinessDay, from the first or the last
        OnlyWeekend, // every day of the week is one of the weekend
        NoTime,
        Time, // not a time of day in whole minutes
        TooManyTimes,
        TooOften, // less than minimumGap apart
        EmptyHours, // the active hours end before they begin
        TimeZone, // not the form of an IANA ID
        Order, // a list is not ascending, or has something twice
        Retry, // not from 1 to maxTries, or a wait not from a minute to a day
        CatchUp, // more than maxCatchUp
        Pause, // more than maxFailures
        Reminder, // more than maxReminder
    };
    static constexpr Reason lastReason = Reason::Reminder;

    Reason reason = Reason::Count;

    friend bool operator==(const ScheduleFault &, const ScheduleFault &) = default;
};

inline constexpr int maxEvery = 366;
inline constexpr int maxTries = 10;
inline constexpr std::chrono::minutes maxWait = std::chrono::hours(24);
inline constexpr std::chrono::minutes maxCatchUp = std::chrono::hours(24 * 31);
inline constexpr int maxFailures = 100;
inline constexpr int maxReminder = 366; // days

[[nodiscard]] Core::Failure scheduleFault(ScheduleFault::Reason reason, const QString &subject = {});

// Whether the schedule is possible. Not whether this computer has its time zone, or its file of holidays.
[[nodiscard]] Core::Result<void> check(const Schedule &schedule);

[[nodiscard]] const Months *monthsOf(const Days &days); // null if it is not by months

[[nodiscard]] QList<int> monthsOfYear(const Months &months, const QDate &start); // those of any year, from 1, ascending

} // namespace Profiles
