#pragma once

#include "profiles/schedule.h"

namespace Setup {

// A schedule while a person makes it: what is entered in each of its forms, so that choosing another one loses nothing.
// A value.
struct ScheduleDraft
{
    enum class Form { Manually, Basic, Advanced };

    // Of Basic, as in Domo.
    enum class Unit { Hours, Days, Weekdays, Weeks, Months };
    static constexpr Unit lastUnit = Unit::Months;

    // Of Advanced: what its days are.
    enum class DaysKind { EveryDays, EveryWeeks, DaysOfMonth, WeekdaysOfMonth, BusinessDay };
    static constexpr DaysKind lastDaysKind = DaysKind::BusinessDay;

    Form form = Form::Manually;
    int remindAfterDays = 0; // 0: never

    Unit unit = Unit::Days;
    int every = 1; // so many of them; not of Weekdays
    QTime from{0, 0}; // the active hours, of Hours; midnight as the end is that of the day
    QTime to{0, 0};
    QTime at{6, 0}; // of the other units

    DaysKind daysKind = DaysKind::DaysOfMonth;
    Profiles::EveryDays everyDays{};
    Profiles::EveryWeeks everyWeeks{};
    bool isNamedMonths = false; // of the kinds by months
    Profiles::EveryMonths everyMonths{};
    QList<int> namedMonths{};
    QList<int> daysOfMonth{1};
    QList<int> whichWeekdays{1};
    Profiles::Weekdays weekdays{Qt::Monday};
    int businessDay = 1;
    Profiles::Weekdays weekend{Qt::Saturday, Qt::Sunday};
    QString holidays{};
    bool isInterval = false;
    Profiles::SetTimes setTimes{};
    Profiles::Interval interval{};

    // Of Basic and Advanced.
    QDate start{}; // Basic takes weekday and day of the month from it; null: none
    QString timeZone{};
    bool retries = false;
    Profiles::Retry retry{};
    std::chrono::minutes catchUp{0};
    bool onlyNewData = false;
    int pauseAfter = 0;

    // Of a schedule that is shown: Basic if that has it; the fields of Advanced are filled, too.
    [[nodiscard]] static ScheduleDraft of(const Profiles::Schedule &schedule);

    // The schedule in the chosen form. The errors of Profiles::check().
    [[nodiscard]] Core::Result<Profiles::Schedule> schedule() const;

    friend bool operator==(const ScheduleDraft &, const ScheduleDraft &) = default;
};

} // namespace Setup
