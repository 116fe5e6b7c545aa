#include "words/scheduletext.h"

#include "schedule/credentialfolder.h"
#include "schedule/dayrule.h"
#include "schedule/domoforms.h"
#include "schedule/handover.h"
#include "schedule/holidays.h"
#include "schedule/installed.h"
#include "schedule/localtime.h"
#include "schedule/schedulerfault.h"
#include "words/handovertext.h"
#include "words/shown.h"
#include "words/spoken.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using namespace Profiles;

QString capitalizedFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// "a", "a and b", "a, b and c"
QString listText(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    return Spoken::tr("%1 and %2", "the last two of a list")
        .arg(items.first(items.size() - 1).join(u", "_s), items.back());
}

QString timeText(const QTime &time)
{
    return QLocale().toString(time, u"HH:mm"_s);
}

QString timesText(const QList<QTime> &times)
{
    QStringList texts;
    for (const QTime &time : times)
        texts.append(timeText(time));
    return listText(texts);
}

QString dateText(const QDate &date)
{
    return QLocale().toString(date, Spoken::tr("d MMMM yyyy", "a date in a sentence, as a format of Qt"));
}

QString weekdaysText(const Weekdays &days)
{
    QStringList names;
    for (const Qt::DayOfWeek day : days)
        names.append(QLocale().dayName(day));
    return listText(names);
}

QString monthsText(const QList<int> &months)
{
    QStringList names;
    for (const int month : months)
        names.append(QLocale().standaloneMonthName(month));
    return listText(names);
}

// In words, up to the twentieth.
QString ordinalText(int number)
{
    const QStringList ordinals{
        Spoken::tr("first"),       Spoken::tr("second"),     Spoken::tr("third"),      Spoken::tr("fourth"),
        Spoken::tr("fifth"),       Spoken::tr("sixth"),      Spoken::tr("seventh"),    Spoken::tr("eighth"),
        Spoken::tr("ninth"),       Spoken::tr("tenth"),      Spoken::tr("eleventh"),   Spoken::tr("twelfth"),
        Spoken::tr("thirteenth"),  Spoken::tr("fourteenth"), Spoken::tr("fifteenth"),  Spoken::tr("sixteenth"),
        Spoken::tr("seventeenth"), Spoken::tr("eighteenth"), Spoken::tr("nineteenth"), Spoken::tr("twentieth")};
    return ordinals.value(number - 1);
}

// Of those counted from the last: "last", "second-to-last".
QString lastText(int number)
{
    return number == 1 ? Spoken::tr("last") : Spoken::tr("%1-to-last", "second-to-last").arg(ordinalText(number));
}

// "1st", "22nd"
QString dayText(int day)
{
    if (day == lastOfMonth)
        return Spoken::tr("last day");
    const int unit = day / 10 == 1 ? 0 : day % 10;
    switch (unit) {
    case 1: return Spoken::tr("%1st", "day of the month").arg(day);
    case 2: return Spoken::tr("%1nd", "day of the month").arg(day);
    case 3: return Spoken::tr("%1rd", "day of the month").arg(day);
    default: return Spoken::tr("%1th", "day of the month").arg(day);
    }
}

// What days are of: "of every month", "of January and April", "of the month, every 3 months".
QString ofMonthsText(const Months &months)
{
    if (const auto *named = std::get_if<NamedMonths>(&months))
        return Spoken::tr("of %1", "a month").arg(monthsText(named->months));
    const int every = std::get<EveryMonths>(months).months;
    return every == 1 ? Spoken::tr("of every month") : Spoken::tr("of the month, every %1 months").arg(number(every));
}

QString everyDayText(const Months &months)
{
    if (const auto *named = std::get_if<NamedMonths>(&months))
        return Spoken::tr("every day of %1", "of a month").arg(monthsText(named->months));
    const int every = std::get<EveryMonths>(months).months;
    return every == 1 ? Spoken::tr("every day") : Spoken::tr("every day of every %1 months").arg(number(every));
}

QString daysText(const EveryDays &rule)
{
    return rule.days == 1 ? Spoken::tr("every day") : Spoken::tr("every %1 days").arg(number(rule.days));
}

QString daysText(const EveryWeeks &rule)
{
    if (rule.weeks > 1)
        return Spoken::tr("every %1 weeks on %2").arg(number(rule.weeks), weekdaysText(rule.on));
    if (rule.on == workweek)
        return Spoken::tr("every weekday");
    return rule.on.size() == 7 ? Spoken::tr("every day") : Spoken::tr("every %1", "weekday").arg(weekdaysText(rule.on));
}

QString daysText(const DaysOfMonth &rule)
{
    if (rule.days.size() >= 31)
        return everyDayText(rule.months);
    const bool areSeveralAndTheLast = rule.days.size() > 1 && rule.days.back() == lastOfMonth;
    QStringList days;
    for (const int day : rule.days)
        days.append(areSeveralAndTheLast && day == lastOfMonth ? lastText(1) : dayText(day));
    const QString text = areSeveralAndTheLast ? Spoken::tr("on the %1 day %2", "1st and last day of every month")
                                              : Spoken::tr("on the %1 %2", "days of a month");
    return text.arg(listText(days), ofMonthsText(rule.months));
}

QString daysText(const WeekdaysOfMonth &rule)
{
    const QString of = ofMonthsText(rule.months);
    if (rule.which.size() >= 5)
        return Spoken::tr("every %1 %2", "weekday of a month").arg(weekdaysText(rule.on), of);
    QStringList which;
    for (const int one : rule.which)
        which.append(one == lastOfMonth ? lastText(1) : ordinalText(one));
    return Spoken::tr("on the %1 %2 %3", "first Monday of every month").arg(listText(which), weekdaysText(rule.on), of);
}

QString daysText(const BusinessDay &rule)
{
    return Spoken::tr("on the %1 business day %2", "third … of every month")
        .arg(rule.which > 0 ? ordinalText(rule.which) : lastText(-rule.which), ofMonthsText(rule.months));
}

QString everyText(std::chrono::minutes every)
{
    const auto count = every.count();
    if (count == 60)
        return Spoken::tr("every hour");
    return count % 60 == 0 ? Spoken::tr("every %1 hours").arg(number(count / 60))
                           : Spoken::tr("every %1 minutes").arg(number(count));
}

// Days and times: "every weekday at 06:00", "every 2 hours from 08:00 to 16:00, every weekday".
QString whenText(const Timetable &timetable)
{
    const QString days = std::visit([](const auto &rule) { return daysText(rule); }, timetable.days);
    const QList<QTime> times = ::Schedule::timesOfDay(timetable.times);
    const auto *interval = std::get_if<Interval>(&timetable.times);
    if (!interval || times.size() == 1)
        return Spoken::tr("%1 at %2", "days and times").arg(days, timesText(times));
    const QString every = everyText(interval->every);
    const bool isAllDay =
        60 % interval->every.count() == 0 && times.size() == qsizetype(24 * 60 / interval->every.count());
    const auto *everyDay = std::get_if<EveryDays>(&timetable.days);
    if (isAllDay && everyDay && everyDay->days == 1)
        return times.front() == QTime(0, 0)
            ? every
            : Spoken::tr("%1 from %2", "every hour from a time").arg(every, timeText(times.front()));
    return Spoken::tr("%1 from %2 to %3, %4", "every hour from a time to another one, on days")
        .arg(every, timeText(times.front()), timeText(times.back()), days);
}

// What the sentence says after the time zone.
QString restText(const Timetable &timetable)
{
    QString rest;
    if (const auto *rule = std::get_if<BusinessDay>(&timetable.days)) {
        if (rule->weekend.isEmpty())
            rest += Spoken::tr(", with every day of the week as a business day");
        else if (rule->weekend != Weekdays{Qt::Saturday, Qt::Sunday})
            rest += Spoken::tr(", with %1 as the weekend").arg(weekdaysText(rule->weekend));
        if (!rule->holidays.isEmpty())
            rest += Spoken::tr(", not counting the days in %1").arg(shown(QFileInfo(rule->holidays).fileName()));
    }
    if (timetable.start.isValid())
        rest += Spoken::tr(", starting on %1").arg(dateText(timetable.start));
    return rest;
}

QString durationText(std::chrono::minutes time)
{
    const auto count = time.count();
    if (count % (24 * 60) == 0)
        return count == 24 * 60 ? Spoken::tr("a day") : Spoken::tr("%1 days").arg(number(count / (24 * 60)));
    if (count % 60 == 0)
        return count == 60 ? Spoken::tr("an hour") : Spoken::tr("%1 hours").arg(number(count / 60));
    return count == 1 ? Spoken::tr("a minute") : Spoken::tr("%1 minutes").arg(number(count));
}

Sentences faultWords(const ScheduleFault &fault, const QString &subject)
{
    using Reason = ScheduleFault::Reason;
    switch (fault.reason) {
    case Reason::Count:
        return {Spoken::tr("A schedule cannot repeat every %1.").arg(subject),
                Spoken::tr("Enter a number from 1 to %1, and at most a day for an interval.").arg(number(maxEvery))};
    case Reason::NoStart:
        return {Spoken::tr("It is not known from which day to count."), Spoken::tr("Enter the first day.")};
    case Reason::NoDay: return {Spoken::tr("No day or month is chosen."), Spoken::tr("Choose at least one.")};
    case Reason::Day:
        return {Spoken::tr("There is no such day or month: %1.").arg(subject),
                Spoken::tr("Choose a day of the month from 1 to 31, a weekday from the first to the fifth, or a month "
                           "from 1 to 12.")};
    case Reason::NoSuchDay:
        return {Spoken::tr("None of the chosen months has such a day."),
                Spoken::tr("Choose an earlier day, the last day of the month, or other months.")};
    case Reason::BusinessDay:
        return {Spoken::tr("A month may not have that business day: %1.").arg(subject),
                Spoken::tr("Choose one from 1 to %1, counted from the first or the last.").arg(number(maxBusinessDay))};
    case Reason::OnlyWeekend:
        return {Spoken::tr("No day of the week is a business day."), Spoken::tr("Remove a day from the weekend.")};
    case Reason::NoTime: return {Spoken::tr("No time of day is given."), Spoken::tr("Enter at least one time.")};
    case Reason::Time:
        return {Spoken::tr("\"%1\" is not a time of day in whole minutes.").arg(subject),
                Spoken::tr("Enter hours and minutes, such as 06:00.")};
    case Reason::TooManyTimes:
        return {Spoken::tr("Too many times of day are given: %1.").arg(subject),
                Spoken::tr("Enter up to %1, or choose an interval.").arg(number(maxTimes))};
    case Reason::TooOften:
        return {Spoken::tr("Runs would be less than %1 minutes apart.").arg(number(minimumGap.count())),
                Spoken::tr("Choose a longer interval, or times that are further apart, also around midnight.")};
    case Reason::EmptyHours:
        return {Spoken::tr("The active hours end before they begin."),
                Spoken::tr("Enter a later end. 00:00 is the end of the day.")};
    case Reason::TimeZone:
        return {Spoken::tr("\"%1\" is not the name of a time zone.").arg(subject),
                Spoken::tr("Choose one from the list, such as Europe/Berlin.")};
    case Reason::Order:
        return {Spoken::tr("Days, months or times are given twice or in disorder."),
                Spoken::tr("Give each once, in ascending order.")};
    case Reason::Retry:
        return {Spoken::tr("The rule for retries is not possible."),
                Spoken::tr("Enter up to %1 retries, from 1 minute to a day apart.").arg(number(maxTries))};
    case Reason::CatchUp:
        return {Spoken::tr("Missed runs cannot be made up for that late."),
                Spoken::tr("Enter up to %1.").arg(durationText(maxCatchUp))};
    case Reason::Pause:
        return {Spoken::tr("A schedule cannot wait for so many failures: %1.").arg(subject),
                Spoken::tr("Enter up to %1.").arg(number(maxFailures))};
    case Reason::Reminder:
        return {Spoken::tr("A reminder after so many days is not possible: %1.").arg(subject),
                Spoken::tr("Enter up to %1.").arg(number(maxReminder))};
    }
    Q_UNREACHABLE();
}

Sentences domoFormWords(const ::Schedule::DomoFormFault &fault, const QString &subject)
{
    using Reason = ::Schedule::DomoFormFault::Reason;
    const QString enter = Spoken::tr("Enter the schedule yourself.");
    switch (fault.reason) {
    case Reason::NotAForm:
        return {Spoken::tr("This is not a schedule of Domo: \"%1\".").arg(subject),
                Spoken::tr("Paste the scheduleExpression of a stream, such as 0 28 23 * * ?, or its "
                           "advancedScheduleJson.")};
    case Reason::Field: return {Spoken::tr("A part of the schedule was not recognized: \"%1\".").arg(subject), enter};
    case Reason::Seconds:
        return {Spoken::tr("The schedule has seconds: \"%1\".").arg(subject),
                Spoken::tr("Runs begin at whole minutes. Enter 0 instead.")};
    case Reason::Year: return {Spoken::tr("The schedule is limited to some years: \"%1\".").arg(subject), enter};
    case Reason::BothDays:
        return {Spoken::tr("The schedule has days of the month and days of the week at once: \"%1\".").arg(subject),
                Spoken::tr("Enter ? for one of them.")};
    case Reason::NearestWeekday:
        return {Spoken::tr("The schedule is on the weekday nearest to a day: \"%1\".").arg(subject),
                Spoken::tr("Choose a business day of the month instead.")};
    case Reason::Times:
        return {
            Spoken::tr("The times of the schedule are neither a few of a day nor at an interval: \"%1\".").arg(subject),
            enter};
    case Reason::Type:
        return {Spoken::tr("Domo does not document this type of schedule: \"%1\".").arg(subject),
                Spoken::tr("Paste the scheduleExpression instead, or enter the schedule yourself.")};
    case Reason::Member:
        return {Spoken::tr("A part of the schedule is missing, or Domo does not document it: \"%1\".").arg(subject),
                Spoken::tr("Paste the scheduleExpression instead, or enter the schedule yourself.")};
    case Reason::NoMinute:
        return {Spoken::tr("This form does not have the minute at which the interval begins."),
                Spoken::tr("Paste the scheduleExpression instead.")};
    }
    Q_UNREACHABLE();
}

Sentences holidaysWords(const ::Schedule::HolidaysFault &fault, const QString &path)
{
    using Reason = ::Schedule::HolidaysFault::Reason;
    const QString next = Spoken::tr("Choose the .ics file of a calendar of holidays. Without it, business days are not "
                                    "known and nothing runs.");
    switch (fault.reason) {
    case Reason::NotACalendar: return {Spoken::tr("The file %1 is not a calendar.").arg(path), next};
    case Reason::NoDays: return {Spoken::tr("The calendar %1 has no event that lasts a whole day.").arg(path), next};
    case Reason::TooLarge: return {Spoken::tr("The file %1 is too large for a calendar of holidays.").arg(path), next};
    }
    Q_UNREACHABLE();
}

Sentences handoverWords(const ::Schedule::HandoverFault &fault, const QString &subject)
{
    using Reason = ::Schedule::HandoverFault::Reason;
    switch (fault.reason) {
    case Reason::NotAnId:
        return {
            Spoken::tr("The ID of the writeback, \"%1\", has characters that a scheduler does not allow.").arg(subject),
            Spoken::tr("Copy the writeback, and schedule the copy.")};
    case Reason::RelativeProgram:
        return {Spoken::tr("The path of the program is not absolute: \"%1\".").arg(subject),
                Spoken::tr("Give the whole path of workiva-writeback-cli.")};
    case Reason::ControlCharacter:
        return {Spoken::tr("A path has a line break or another control character: \"%1\".").arg(subject),
                Spoken::tr("Rename the folder, or use another one.")};
    case Reason::Credentials:
        return {Spoken::tr("The scheduler of this computer cannot load credentials for a run. Only systemd does that."),
                Spoken::tr("Store the secrets in the system keychain.")};
    }
    Q_UNREACHABLE();
}

Sentences schedulerWords(const ::Schedule::SchedulerFault &fault, const QString &subject)
{
    using Reason = ::Schedule::SchedulerFault::Reason;
    const QString next = Spoken::tr("See the details, then try again.");
    switch (fault.reason) {
    case Reason::NoProgram:
        return {Spoken::tr("The program \"%1\" could not be started.").arg(subject),
                Spoken::tr("Install it, then try again.")};
    case Reason::NoAnswer:
        return {Spoken::tr("The program \"%1\" did not end in time, or crashed.").arg(subject), next};
    case Reason::Refused: return {Spoken::tr("This command failed: %1.").arg(subject), next};
    case Reason::NotOurs:
        return {Spoken::tr("\"%1\" is not of this program, and was not changed.").arg(subject),
                Spoken::tr("Rename or remove it, then try again.")};
    case Reason::NotKept:
        return {Spoken::tr("The scheduler accepted the request, but \"%1\" is not as requested.").arg(subject), next};
    case Reason::NoScheduler:
        return {Spoken::tr("No scheduler that this program can use was found on this computer."),
                Spoken::tr("On Linux, it is the instance of systemd for the user, or cron.")};
    }
    Q_UNREACHABLE();
}

Sentences credentialWords(const ::Schedule::CredentialFault &fault, const QString &subject, const QString &names)
{
    using Reason = ::Schedule::CredentialFault::Reason;
    switch (fault.reason) {
    case Reason::NoFolder:
        return {Spoken::tr("There is no folder \"%1\".").arg(subject), Spoken::tr("Enter another one.")};
    case Reason::NoFile:
        return {Spoken::tr("The folder \"%1\" has no file with a credential.").arg(subject),
                Spoken::tr("It needs at least one of these: %1.").arg(names)};
    case Reason::NotAFile:
        return {Spoken::tr("\"%1\" is not a file.").arg(subject), Spoken::tr("Put a file in its place.")};
    case Reason::Others:
        return {Spoken::tr("Other users may access the file \"%1\".").arg(subject),
                Spoken::tr("Make it private with: chmod 600 FILE")};
    case Reason::NotOwn:
        return {Spoken::tr("The file \"%1\" belongs to another user.").arg(subject),
                Spoken::tr("Use a file of your own.")};
    case Reason::Twice:
        return {Spoken::tr("The credential \"%1\" is there twice, as it is and encrypted.").arg(subject),
                Spoken::tr("Remove one of the two files.")};
    }
    Q_UNREACHABLE();
}

} // namespace

QString scheduleText(const Profiles::Schedule &schedule)
{
    if (const auto *manually = std::get_if<Manually>(&schedule)) {
        if (manually->remindAfterDays == 0)
            return Spoken::tr("Only when someone runs it.");
        return manually->remindAfterDays == 1
            ? Spoken::tr("Only when someone runs it, with a reminder after a day without a run.")
            : Spoken::tr("Only when someone runs it, with a reminder after %1 days without a run.")
                  .arg(number(manually->remindAfterDays));
    }
    const Timetable &timetable = std::get<Automatically>(schedule).timetable;
    return Spoken::tr("%1 (%2)%3.", "when, time zone, what else")
        .arg(capitalizedFirst(whenText(timetable)), timetable.timeZone, restText(timetable));
}

QStringList scheduleNotes(const Automatically &schedule)
{
    QStringList notes;
    if (schedule.onlyNewData)
        notes.append(Spoken::tr("It runs only if the DataSet was updated since the last verified run."));
    if (!schedule.retry)
        notes.append(Spoken::tr("A failed run is not retried."));
    else if (schedule.retry->tries == 1)
        notes.append(Spoken::tr("A failed run is retried once, after %1.").arg(durationText(schedule.retry->wait)));
    else
        notes.append(Spoken::tr("A failed run is retried up to %1 times, %2 apart.")
                         .arg(number(schedule.retry->tries), durationText(schedule.retry->wait)));
    notes.append(schedule.catchUp.count() == 0
                     ? Spoken::tr("A run that is missed while this computer is off or asleep is not made up for.")
                     : Spoken::tr("A run that is missed while this computer is off or asleep is made up for if that is "
                                  "possible within %1.")
                           .arg(durationText(schedule.catchUp)));
    if (schedule.pauseAfter == 1)
        notes.append(Spoken::tr("After a failure the schedule pauses."));
    else if (schedule.pauseAfter > 1)
        notes.append(Spoken::tr("After %1 failures in a row the schedule pauses.").arg(number(schedule.pauseAfter)));
    if (schedule.confirmChanges)
        notes.append(
            Spoken::tr("After a change of the writeback or of this program it waits until you have run it once."));
    return notes;
}

QString scheduledTimeText(const QDateTime &when, const QTimeZone &zone)
{
    const QDateTime there = when.toTimeZone(zone);
    return Spoken::tr("%1, %2", "date and time of day")
        .arg(QLocale().toString(there.date(), QLocale::LongFormat), timeText(there.time()));
}

QStringList daylightTexts(const QList<::Schedule::DaylightEffect> &effects)
{
    QStringList texts;
    for (const ::Schedule::DaylightEffect &effect : effects) {
        const QString text = effect.isSkipped
            ? Spoken::tr("On %1, clocks go forward from %2 to %3, so it skips %4.")
            : Spoken::tr("On %1, clocks go back from %3 to %2, and it runs at %4 only once.");
        texts.append(
            text.arg(dateText(effect.date), timeText(effect.from), timeText(effect.to), timesText(effect.times)));
    }
    return texts;
}

std::optional<Sentences> scheduleErrorText(const Core::Error &error)
{
    const QString subject = shown(error.subject);
    if (const auto *fault = error.cause.as<ScheduleFault>())
        return faultWords(*fault, subject);
    if (const auto *fault = error.cause.as<::Schedule::DomoFormFault>())
        return domoFormWords(*fault, subject);
    if (const auto *fault = error.cause.as<::Schedule::HolidaysFault>())
        return holidaysWords(*fault, subject);
    if (const auto *fault = error.cause.as<::Schedule::HandoverFault>())
        return handoverWords(*fault, subject);
    if (const auto *fault = error.cause.as<::Schedule::SchedulerFault>()) {
        Sentences said = schedulerWords(*fault, subject);
        if (!fault->left.isEmpty())
            said.message += u' '
                + Spoken::tr("It could not be undone, so this may not be as it was before: %1.")
                      .arg(shown(fault->left.join(u", "_s)));
        return said;
    }
    if (const auto *fault = error.cause.as<::Schedule::CredentialFault>())
        return credentialWords(*fault, subject, shown(error.detail));
    if (error.cause.as<::Schedule::NotScheduled>())
        return Sentences{
            Spoken::tr("The writeback \"%1\" has no schedule: it runs only when someone starts it.").arg(subject),
            Spoken::tr("Give it a schedule, then try again.")};
    if (const auto *compared = error.cause.as<::Schedule::Compared>())
        return Sentences{Spoken::tr("The schedule of \"%1\" is not in order on this computer: %2.")
                             .arg(subject, comparedLine(*compared).text),
                         Spoken::tr("Hand it over again.")};
    if (error.cause.as<::Schedule::UnknownTimeZone>())
        return Sentences{Spoken::tr("This computer does not have the time zone \"%1\".").arg(subject),
                         Spoken::tr("Choose another one, or update the system.")};
    return {};
}

} // namespace Words
