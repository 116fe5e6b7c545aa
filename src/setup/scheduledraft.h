#pragma once

#include "profiles/schedule.h"

namespace Setup {

// A schedule while a person makes it: what is entered in each of its three forms, of which one is chosen. A value.
struct ScheduleDraft
{
    enum class Form { Manually, Basic, Advanced };

    // As in Domo: every so many hours, days, weeks or months, or every weekday.
    struct Basic
    {
        enum class Unit { Hours, Days, Weekdays, Weeks, Months };
        static constexpr Unit lastUnit = Unit::Months;
        static constexpr int maxHours = 24;

        Unit unit = Unit::Days;
        int every = 1; // of them; Weekdays has no number
        QTime from{0, 0}; // the active hours, of Hours
        QTime to{0, 0}; // not included; midnight is the end of the day
        QTime at{6, 0}; // of the other units

        friend bool operator==(const Basic &, const Basic &) = default;
    };

    // Days of the month and times of day are texts, as they are typed. A list in `days` or `times` follows from them.
    struct Advanced
    {
        Profiles::Days days = Profiles::DaysOfMonth{};
        QString daysOfMonth = QStringLiteral("1"); // "1, 15"
        bool hasLastDay = false; // of the month, too
        Profiles::Times times{};
        QString setTimes = QStringLiteral("06:00"); // "06:00, 18:00"

        friend bool operator==(const Advanced &, const Advanced &) = default;
    };

    Form form = Form::Manually;
    Profiles::Manually manually{};
    Basic basic{};
    Advanced advanced{};
    QDate start{}; // Basic takes the day of the week and of the month from it; null: none
    QString timeZone{};
    Profiles::Automatically rules{}; // what its runs do; the timetable in it says nothing

    // Of a schedule that is edited: in Basic if that has its timetable, else in Advanced.
    [[nodiscard]] static ScheduleDraft of(const Profiles::Schedule &schedule);

    // Replaces the timetable by one in a form of Domo's, see schedule/domoforms.h, with its errors. The rules stay.
    [[nodiscard]] Core::Result<void> take(const QString &pasted);

    // The schedule in the chosen form. The errors of Profiles::check(), and Schedule::UnknownTimeZone.
    [[nodiscard]] Core::Result<Profiles::Schedule> schedule() const;

    friend bool operator==(const ScheduleDraft &, const ScheduleDraft &) = default;
};

} // namespace Setup
